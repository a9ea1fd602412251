import type { Playback } from '#protocol/playback.ts';
import type { Recap } from '#protocol/recap.ts';
import { isHeld } from './hold.ts';
import type { StoredScreening } from './screening.ts';
import { sizeOf } from './welcome.ts';

/** A recap is at most 64 KiB: comments take at most 12 of them, people 20, and what then remains is the timeline's. */
const RECAP_BYTES = 64 * 1024;
const PEOPLE_BYTES = 20 * 1024;
export const RECAP_PEOPLE = 200;
export const RECAP_COMMENTS = 300;
const TIMELINE_ENTRIES = 1_000;

/** What playback was made, and when. */
export interface Played {
  madeAtMs: number;
  playback: Playback;
}

type Entry = Recap['timeline'][number];

export interface Attended {
  screening: Pick<StoredScreening, 'id' | 'hostName' | 'startedAtMs'>;
  endedAtMs: number;
  attendeeCount: number;
  /** By when they came. */
  attendees: Recap['attendees'];
  commentCount: number;
  /** Oldest first. */
  commentIds: string[];
  /** Oldest first. */
  played: readonly Played[];
  /** The log no longer reached to the beginning. */
  isCut: boolean;
}

/** R110. What a screening leaves, within its size. */
export function recapOf(attended: Attended): Recap {
  const { screening, endedAtMs, attendeeCount, commentCount, played, isCut } = attended;
  const head: Recap = {
    screeningId: screening.id,
    hostName: screening.hostName,
    startedAtMs: screening.startedAtMs,
    endedAtMs,
    attendeeCount,
    attendees: beginningWithin(attended.attendees.slice(0, RECAP_PEOPLE), PEOPLE_BYTES),
    commentCount,
    commentIds: attended.commentIds.slice(0, RECAP_COMMENTS),
    timeline: [],
    isTimelineTruncated: false,
  };
  const all = timelineOf(played, endedAtMs);
  const timeline = longestLasting(all, endedAtMs, RECAP_BYTES - sizeOf(head));
  return { ...head, timeline, isTimelineTruncated: isCut || timeline.length < all.length };
}

/**
 * R111. Playback as it took effect, oldest first: each entry holds until the next. A hold is a stop with, unless something
 * came before, the start that ended it. What another change overtook before its moment never was.
 */
export function timelineOf(played: readonly Played[], endedAtMs: number): Entry[] {
  // A screening's other changes repeat its playback, without whoever was waited for in vain.
  const byRevision = played.filter(
    ({ playback }, n) => playback.revision !== played[n - 1]?.playback.revision,
  );
  return byRevision.flatMap(({ madeAtMs, playback }, index) => {
    const untilMs = byRevision[index + 1]?.madeAtMs ?? endedAtMs;
    const { atServerMs, isPlaying, positionSeconds, rate, byName } = playback;
    const stop = { atMs: madeAtMs, isPlaying: false, positionSeconds, rate, byName };
    const entry = { atMs: atServerMs, isPlaying, positionSeconds, rate, byName };
    return [
      ...(isHeld(playback, madeAtMs) ? [stop] : []),
      // A paused seek takes effect the moment it is made.
      ...(atServerMs < untilMs || (!isPlaying && atServerMs <= untilMs) ? [entry] : []),
    ];
  });
}

/** Of too many the shortest are left out: a scrub's stations rather than what was watched. The first and last stay. */
function longestLasting(entries: readonly Entry[], endedAtMs: number, bytes: number): Entry[] {
  const lastsMs = (index: number): number =>
    index === 0 || index === entries.length - 1
      ? Number.POSITIVE_INFINITY
      : (entries[index + 1]?.atMs ?? endedAtMs) - (entries[index]?.atMs ?? 0);
  const ranked = entries
    .map((entry, index) => ({ entry, lastsMs: lastsMs(index) }))
    .sort((a, b) => b.lastsMs - a.lastsMs)
    .slice(0, TIMELINE_ENTRIES);
  const kept = new Set(
    beginningWithin(
      ranked.map(({ entry }) => entry),
      bytes,
    ),
  );
  return entries.filter((entry) => kept.has(entry));
}

/** The longest beginning of `items` within `bytes`. */
function beginningWithin<T>(items: readonly T[], bytes: number): T[] {
  let used = 0;
  const end = items.findIndex((item) => (used += sizeOf(item)) > bytes);
  return items.slice(0, end === -1 ? items.length : end);
}
