import { signal, type ReadonlySignal } from '@preact/signals';
import type { Recap } from '#protocol/recap.ts';
import { api } from '#client/api/client.ts';
import { answerOf } from '../../request.ts';
import type { Watch } from '../watch.ts';

export type RecapReading = { kind: 'reading' } | { kind: 'read'; recap: Recap } | { kind: 'none' };

/** A recap is written within two seconds of the end: what is not there yet is asked for again. */
const LOOKS = 5;
const BETWEEN_LOOKS_MS = 700;
/** Beyond these the list of comments itself is the place to read on. */
const MOST_PAGES = 3;
const PAGE_SIZE = 100;

/** Reads what a screening has left, and those of its comments that the room has not handed over. */
export function readRecap(watch: Watch, shortId: string): ReadonlySignal<RecapReading> {
  const reading = signal<RecapReading>({ kind: 'reading' });
  const read = async () => {
    const recap = await findRecap(shortId).catch(() => null);
    reading.value = recap === null ? { kind: 'none' } : { kind: 'read', recap };
    if (recap !== null) await loadComments(watch, recap.commentIds).catch(() => undefined);
  };
  void read();
  return reading;
}

async function findRecap(shortId: string): Promise<Recap | null> {
  for (let look = 1; look <= LOOKS; look += 1) {
    const { data, response } = await api.GET('/api/screenings/{shortId}/recap', {
      params: { path: { shortId } },
    });
    if (data) return data;
    if (response.status === 401 || response.status === 403) return null;
    if (look < LOOKS) await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  return null;
}

async function loadComments(watch: Watch, commentIds: readonly string[]): Promise<void> {
  let cursor: string | null | undefined;
  for (let page = 0; page < MOST_PAGES && cursor !== null; page += 1) {
    const known = watch.state.peek().comments;
    if (commentIds.every((id) => known.has(id))) return;
    const query = { order: 'newest' as const, limit: PAGE_SIZE, cursor };
    const params = { path: { id: watch.boot.video.id }, query };
    const { items, next } = await answerOf(api.GET('/api/videos/{id}/comments', { params }));
    watch.room.mergeComments(items);
    cursor = next;
  }
}
