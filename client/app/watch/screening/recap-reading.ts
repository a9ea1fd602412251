import { signal, type ReadonlySignal } from '@preact/signals';
import type { Recap } from '#protocol/recap.ts';
import { api } from '#client/api/client.ts';
import { toldOf, type Told } from '#client/ui/told.ts';
import { answerOf } from '../../request.ts';
import type { Watch } from '../watch.ts';

export type RecapReading = { kind: 'reading' } | { kind: 'read'; recap: Recap } | { kind: 'none' };

/** How far what was said in it has been read. Only once all of it has, it can be counted by chapter. */
export type SaidReading =
  { kind: 'reading' } | { kind: 'more' } | { kind: 'all' } | { kind: 'failed'; error: Told };

export interface RecapReader {
  readonly reading: ReadonlySignal<RecapReading>;
  readonly said: ReadonlySignal<SaidReading>;
  /** Goes on with what was said, where it has stopped or failed. */
  readOn(): Promise<void>;
}

/** A recap is written within two seconds of the end: what is not there yet is asked for again. */
const LOOKS = 5;
const BETWEEN_LOOKS_MS = 700;
/** Read without being asked to; beyond that there is a button. */
const PAGES_AT_ONCE = 10;
const PAGE_SIZE = 100;

/** Reads what a screening has left, and those of its comments that the room has not handed over. */
export function readRecap(watch: Watch, shortId: string): RecapReader {
  const reading = signal<RecapReading>({ kind: 'reading' });
  const said = signal<SaidReading>({ kind: 'reading' });
  let cursor: string | null | undefined;
  const readOn = async () => {
    if (reading.value.kind !== 'read') return;
    said.value = { kind: 'reading' };
    try {
      const { recap } = reading.value;
      for (let page = 0; page < PAGES_AT_ONCE && cursor !== null; page += 1)
        cursor = await readPage(watch, recap, cursor);
      said.value = { kind: cursor === null ? 'all' : 'more' };
    } catch (error) {
      said.value = { kind: 'failed', error: toldOf(error) };
    }
  };
  const read = async () => {
    const recap = await findRecap(shortId).catch(() => null);
    reading.value = recap === null ? { kind: 'none' } : { kind: 'read', recap };
    if (recap?.commentCount === 0) cursor = null;
    await readOn();
  };
  void read();
  return { reading, said, readOn };
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

/** The next page of what was said while it went on, the newest first; answers where the one after begins. */
async function readPage(
  watch: Watch,
  { startedAtMs, endedAtMs }: Recap,
  cursor: string | undefined,
): Promise<string | null> {
  const query = {
    order: 'newest' as const,
    limit: PAGE_SIZE,
    cursor,
    since: new Date(startedAtMs).toISOString(),
    until: new Date(endedAtMs + 1).toISOString(),
  };
  const params = { path: { id: watch.boot.video.id }, query };
  const { items, next } = await answerOf(api.GET('/api/videos/{id}/comments', { params }));
  watch.room.mergeComments(items);
  return next;
}
