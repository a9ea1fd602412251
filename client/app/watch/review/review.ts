import { signal, type ReadonlySignal } from '@preact/signals';
import { api } from '#client/api/client.ts';
import { answerOf } from '../../request.ts';
import type { Approval, Status } from './review-words.ts';

/** What was decided about this version, the newest first; null while it is not known. */
export interface Review {
  readonly decisions: ReadonlySignal<readonly Approval[] | null>;
  load(): Promise<void>;
  /** Rejects with a reason in words, and has changed nothing then. */
  decide(status: Status, note: string): Promise<void>;
}

const SHOWN = 10;

export function createReview(videoId: string): Review {
  const decisions = signal<readonly Approval[] | null>(null);
  const path = { id: videoId };
  return {
    decisions,
    async load() {
      const params = { path, query: { limit: SHOWN } };
      decisions.value = (await answerOf(api.GET('/api/videos/{id}/approvals', { params }))).items;
    },
    async decide(status, note) {
      const body = { status, note: note.trim() || null };
      const made = await answerOf(api.POST('/api/videos/{id}/approvals', { params: { path }, body }));
      decisions.value = [made, ...(decisions.peek() ?? [])].slice(0, SHOWN);
    },
  };
}
