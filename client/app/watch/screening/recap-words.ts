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
