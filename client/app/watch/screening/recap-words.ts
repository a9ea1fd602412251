import type { CommentView } from '#protocol/comment.ts';
import type { Recap } from '#protocol/recap.ts';

/** "40 s", "12 min", "1 h 5 min". */
export function formatLength(lengthMs: number): string {
  const seconds = Math.max(0, Math.round(lengthMs / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest > 0 ? ` ${rest} min` : ''}`;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** "Ann hosted · 12 min · 3 people · 1 comment". */
export const describeRecap = (recap: Recap): string =>
  [
    `${recap.hostName} hosted`,
    formatLength(recap.endedAtMs - recap.startedAtMs),
    counted(recap.attendeeCount, 'person', 'people'),
    counted(recap.commentCount, 'comment', 'comments'),
  ].join(' · ');

/**
 * What was said while a screening went on, in the order of the video; an answer stands after what it answers, at its
 * moment.
 */
export function saidDuring(
  comments: Iterable<CommentView>,
  { startedAtMs, endedAtMs }: Pick<Recap, 'startedAtMs' | 'endedAtMs'>,
): CommentView[] {
  const known = new Map([...comments].map((comment) => [comment.id, comment]));
  const during = [...known.values()].filter(({ createdAt, isDeleted }) => {
    const atMs = Date.parse(createdAt);
    return !isDeleted && atMs >= startedAtMs && atMs <= endedAtMs;
  });
  const rootOf = (comment: CommentView) => known.get(comment.parentId ?? '') ?? comment;
  const placed = during.map((comment) => {
    const { positionSeconds, createdAt } = rootOf(comment);
    const at = positionSeconds ?? comment.positionSeconds;
    return { comment: { ...comment, positionSeconds: at }, at: at ?? Infinity, thread: createdAt };
  });
  return placed
    .sort(
      (a, b) =>
        (a.at === b.at ? 0 : a.at - b.at) ||
        a.thread.localeCompare(b.thread) ||
        a.comment.createdAt.localeCompare(b.comment.createdAt),
    )
    .map(({ comment }) => comment);
}

/** "500 comments, 3 with a drawing"; while not all are here, how many of them are. */
export function describeSaid(
  said: readonly Pick<CommentView, 'hasDrawing'>[],
  { commentCount }: Pick<Recap, 'commentCount'>,
  isAll: boolean,
): string {
  if (!isAll && said.length === 0) return 'Reading …';
  if (!isAll) return `The newest ${said.length} of ${commentCount}`;
  const drawn = said.filter(({ hasDrawing }) => hasDrawing).length;
  return counted(said.length, 'comment', 'comments') + (drawn > 0 ? `, ${drawn} with a drawing` : '');
}

interface Outlined {
  title: string;
  startSeconds: number;
  endSeconds: number;
}

/** What was said, under the chapter it was said about; what belongs to none stands first, under no title. */
export function byChapter<Said extends { positionSeconds: number | null }>(
  said: readonly Said[],
  chapters: readonly Outlined[],
): { title: string | null; said: Said[] }[] {
  const under = new Map<Outlined | null, Said[]>();
  for (const one of said) {
    const at = one.positionSeconds;
    const chapter =
      at === null
        ? null
        : (chapters.find(({ startSeconds, endSeconds }) => at >= startSeconds && at < endSeconds) ?? null);
    under.set(chapter, [...(under.get(chapter) ?? []), one]);
  }
  return [null, ...chapters].flatMap((chapter) => {
    const here = under.get(chapter);
    return here ? [{ title: chapter?.title ?? null, said: here }] : [];
  });
}

/** What was decided while a screening went on, the newest first. */
export const decidedDuring = <Decided extends { createdAt: string }>(
  decisions: readonly Decided[],
  { startedAtMs, endedAtMs }: Pick<Recap, 'startedAtMs' | 'endedAtMs'>,
): Decided[] =>
  decisions.filter(({ createdAt }) => {
    const atMs = Date.parse(createdAt);
    return atMs >= startedAtMs && atMs <= endedAtMs;
  });

/** Everyone known by name, with how long they stayed; the same person once, however often they came. */
export function listAttendance(recap: Recap): { userId: string; name: string; stayed: string }[] {
  const people = new Map<string, { name: string; stayedMs: number }>();
  for (const { userId, name, joinedAtMs, leftAtMs } of recap.attendees) {
    const stayedMs = (leftAtMs ?? recap.endedAtMs) - joinedAtMs + (people.get(userId)?.stayedMs ?? 0);
    people.set(userId, { name, stayedMs });
  }
  return [...people].map(([userId, { name, stayedMs }]) => ({
    userId,
    name,
    stayed: formatLength(Math.min(stayedMs, recap.endedAtMs - recap.startedAtMs)),
  }));
}

/**
 * "and 3 more": had no name, or are beyond those a recap names. Null where there are none, and where nobody is named: that
 * is not for who was not there.
 */
export function describeOthers(recap: Recap): string | null {
  const named = listAttendance(recap).length;
  const others = recap.attendeeCount - named;
  return named > 0 && others > 0 ? `and ${others} more` : null;
}
