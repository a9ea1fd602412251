import type { Recap } from '#protocol/recap.ts';
import type { Persist } from '#protocol/hello.ts';
import type { ScreeningSummary } from '#protocol/screening.ts';
import type { Playback } from '#protocol/playback.ts';
import { summarize, summarizeAll } from './events.ts';
import type { Room } from './room.ts';
import type { SkewSummary } from './state/skew.ts';
import { countParked } from './storage/parked.ts';
import { findRecap } from './storage/recaps.ts';
import { findScreening } from './storage/screenings.ts';

/** A screening and how far apart its members are, by their own reports; null without two fresh ones. */
export type LiveScreening = ScreeningSummary & { skew: SkewSummary | null };

/** A room as REST shows it. */
export interface LiveRoom {
  viewers: number;
  screenings: LiveScreening[];
  likeCount: number;
  commentCount: number;
  persist: Persist;
  /** Acknowledged, and not yet in Postgres. */
  unflushedEvents: number;
  /** Set aside because Postgres will not have them. */
  parkedRows: number;
  /** When it woke: being asked wakes it, too. */
  awakeSinceMs: number;
}

export const liveOf = (room: Room): LiveRoom => ({
  viewers: room.crowd.total,
  screenings: summarizeAll(room).map((screening) => ({ ...screening, skew: skewIn(room, screening) })),
  likeCount: room.facts.likeCount,
  commentCount: room.facts.commentCount,
  persist: room.facts.failures > 0 ? 'delayed' : 'ok',
  unflushedEvents: room.facts.seq - room.facts.flushedSeq,
  parkedRows: countParked(room.sql),
  awakeSinceMs: room.awakeSinceMs,
});

function skewIn(room: Room, { id, memberCount }: ScreeningSummary): SkewSummary | null {
  if (memberCount < 2) return null;
  return room.crowd.skewAmong(room.connections.membersOf(id), room.nowMs()) ?? null;
}

export interface FoundScreening {
  screening: ScreeningSummary;
  playback: Playback;
}

/** Ended ones included. */
export function findLiveScreening(room: Room, screeningId: string): FoundScreening | null {
  const screening = findScreening(room.sql, screeningId);
  return screening ? { screening: summarize(room, screening), playback: screening.playback } : null;
}

export interface LiveRecap {
  isEnded: boolean;
  /** Null while it goes on; and where the screening was read back from Postgres, which has the recap. */
  recap: Recap | null;
}

export function findLiveRecap(room: Room, screeningId: string): LiveRecap | null {
  const screening = findScreening(room.sql, screeningId);
  if (!screening) return null;
  return { isEnded: screening.endedAtMs !== null, recap: findRecap(room.sql, screeningId) ?? null };
}
