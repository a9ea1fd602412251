import { z } from '@hono/zod-openapi';
import { Id } from '#protocol/id.ts';
import type { Role } from '#protocol/role.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import { storedText } from '#worker/http/stored-text.ts';
import type { HeldLink, Membership, Visibility } from '#worker/library/access.ts';
import type { ApprovalRow } from './approvals.queries.ts';

const Status = z.enum(['in_review', 'changes_requested', 'approved']);
const NOTE_CHARACTERS = 2000;

export const Decision = z
  .object({
    id: Id.optional().openapi({
      description: 'Made by you; sending the same again answers the same decision.',
    }),
    status: Status,
    note: storedText().max(NOTE_CHARACTERS).nullish().openapi({ description: 'Why, or what is missing.' }),
  })
  .openapi('ApprovalDecision', { example: { status: 'approved', note: 'Go.' } });

export const Approval = z
  .object({
    id: z.uuid(),
    status: Status,
    note: z.string().nullable(),
    by: z
      .object({ id: z.uuid(), name: z.string() })
      .nullable()
      .openapi({ description: 'Null once the account is gone.' }),
    createdAt: z.iso.datetime(),
  })
  .openapi('Approval');

export const CurrentStatus = Status.nullable().openapi({
  description: 'What the newest decision says; null while there is none.',
});

interface Reviewed {
  role: Role;
  membership: Membership | null;
  visibility: Visibility;
  link: Pick<HeldLink, 'role'> | null;
}

/**
 * Whether somebody decides on a version of a video, or reads what was decided (R129). That a video is open to all makes
 * nobody a reviewer of it. The policies of `video_approvals` say the same.
 */
export function reviewOf(viewer: Viewer, video: Reviewed): 'decides' | 'reads' | null {
  const { role, membership, visibility, link } = video;
  if (viewer.userId === null) return null;
  if (role === 'manage' || (membership !== null && visibility !== 'private')) return 'decides';
  if (link?.role === 'control') return 'decides';
  return link?.role === 'comment' ? 'reads' : null;
}

export const toApproval = (row: ApprovalRow): z.infer<typeof Approval> => ({
  id: row.id,
  status: row.status,
  note: row.note,
  by: row.userId && row.name !== null ? { id: row.userId, name: row.name } : null,
  createdAt: row.createdAt.toISOString(),
});
