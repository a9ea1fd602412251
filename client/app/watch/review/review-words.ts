import type { Shape } from '#client/api/client.ts';

export type Approval = Shape<'Approval'>;
export type Status = Approval['status'];

export const STATUSES = ['in_review', 'changes_requested', 'approved'] as const satisfies Status[];

/** A word and a picture for each: colour never speaks alone. */
export const STATUS_FACES: Record<Status, { word: string; icon: 'clock' | 'warning' | 'check' }> = {
  in_review: { word: 'In review', icon: 'clock' },
  changes_requested: { word: 'Changes requested', icon: 'warning' },
  approved: { word: 'Approved', icon: 'check' },
};

/** "Approved by Ann, 3 May". */
export const describeDecision = ({ status, by }: Pick<Approval, 'status' | 'by'>, when: string): string =>
  `${STATUS_FACES[status].word} by ${by?.name ?? 'somebody'}, ${when}`;
