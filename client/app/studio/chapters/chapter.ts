import type { Shape } from '#client/api/client.ts';
import type { PlayerChapter } from '#client/player/player-contract.ts';

/** A chapter being written: it ends where the next one starts. */
export type DraftChapter = Pick<Shape<'Chapter'>, 'id' | 'title' | 'description' | 'startSeconds'>;

export type FrameRate = { num: number; den: number };

/** As times are kept: whole milliseconds. */
export const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** In the order of time; of two at one moment the earlier written is first. */
export const sorted = (chapters: readonly DraftChapter[]): DraftChapter[] =>
  chapters.toSorted((one, other) => one.startSeconds - other.startSeconds);

export const addAt = (
  chapters: readonly DraftChapter[],
  startSeconds: number,
  { id, title }: { id: string; title: string },
): DraftChapter[] =>
  sorted([...chapters, { id, title, description: null, startSeconds: toMilliseconds(startSeconds) }]);

export const changeOne = (
  chapters: readonly DraftChapter[],
  id: string,
  part: Partial<Omit<DraftChapter, 'id'>>,
): DraftChapter[] =>
  sorted(chapters.map((chapter) => (chapter.id === id ? { ...chapter, ...part } : chapter)));

/** A frame more or less; without a frame rate a tenth of a second. */
export function nudged(startSeconds: number, frames: number, rate: FrameRate | null): number {
  const step = rate === null ? 0.1 : rate.den / rate.num;
  return Math.max(0, toMilliseconds(startSeconds + frames * step));
}

/** The moment nearest to `seconds` that keeps a chapter between its neighbours and inside the video. */
export function within(
  chapters: readonly DraftChapter[],
  id: string,
  { seconds, durationSeconds }: { seconds: number; durationSeconds: number },
): number {
  const at = chapters.findIndex((chapter) => chapter.id === id);
  const [before, after] = [chapters[at - 1], chapters[at + 1]];
  const least = before ? before.startSeconds + APART_SECONDS : 0;
  const most = (after?.startSeconds ?? durationSeconds) - APART_SECONDS;
  return toMilliseconds(Math.min(Math.max(seconds, least), Math.max(least, most)));
}

const APART_SECONDS = 0.001;

/** As the player's bar shows them. */
export const shownChapters = (chapters: readonly DraftChapter[], durationSeconds: number): PlayerChapter[] =>
  sorted(chapters).map(({ title, startSeconds }, index, all) => ({
    title,
    startSeconds,
    endSeconds: all[index + 1]?.startSeconds ?? durationSeconds,
  }));

/**
 * Chapters read from a text, as the present ones where they are those: by their moment, then by their title.
 * What hangs on a chapter stays with it.
 */
export function asBefore(
  present: readonly DraftChapter[],
  read: readonly { title: string; startSeconds: number }[],
  makeId: () => string,
): DraftChapter[] {
  const free = new Set(present);
  const take = (isIt: (chapter: DraftChapter) => boolean): DraftChapter | undefined => {
    const found = [...free].find(isIt);
    if (found) free.delete(found);
    return found;
  };
  const byMoment = read.map(({ startSeconds }) => take((chapter) => chapter.startSeconds === startSeconds));
  return read.map(({ title, startSeconds }, index) => {
    const known = byMoment[index] ?? take((chapter) => chapter.title === title);
    return { id: known?.id ?? makeId(), description: known?.description ?? null, title, startSeconds };
  });
}
