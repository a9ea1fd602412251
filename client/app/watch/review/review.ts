import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { v7 as uuidv7 } from 'uuid';
import { api } from '#client/api/client.ts';
import { answerOf } from '../../request.ts';
import type { Approval, Status } from './review-words.ts';

/** What was decided about this version, the newest first; null while it is not known. */
export interface Review {
  readonly decisions: ReadonlySignal<readonly Approval[] | null>;
  /** What is being written to the next decision: it outlives the popover it is written in. */
  readonly note: Signal<string>;
  load(): Promise<void>;
  /** With the note; rejects with a reason in words. The same asked again is the same decision, not a second one. */
  decide(status: Status): Promise<void>;
}

const SHOWN = 10;

export function createReview(videoId: string): Review {
  const decisions = signal<readonly Approval[] | null>(null);
  const note = signal('');
  const path = { id: videoId };
  let asked: { id: string; status: Status; note: string | null } | null = null;
  return {
    decisions,
    note,
    async load() {
      const params = { path, query: { limit: SHOWN } };
      decisions.value = (await answerOf(api.GET('/api/videos/{id}/approvals', { params }))).items;
    },
    async decide(status) {
      const written = note.peek();
      const wish = { status, note: written.trim() || null };
      if (asked?.status !== wish.status || asked.note !== wish.note) asked = { id: uuidv7(), ...wish };
      const made = await answerOf(api.POST('/api/videos/{id}/approvals', { params: { path }, body: asked }));
      asked = null;
      const others = (decisions.peek() ?? []).filter(({ id }) => id !== made.id);
      decisions.value = [made, ...others].slice(0, SHOWN);
      // Somebody may have written on meanwhile.
      if (note.peek() === written) note.value = '';
    },
  };
}
