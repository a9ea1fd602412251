import { signGrant } from './grant.ts';
import type { MediaBasis } from './right.ts';

const DAY_SECONDS = 86_400;
const LEAST_VALID_SECONDS = 12 * 3600;

/** A video that plays, and what somebody may watch it by. */
export interface Playable {
  shortId: string;
  mediaVersion: string | null;
  basis: MediaBasis;
}

export interface MediaUrls {
  playback: string;
  poster: string;
  storyboard: string;
}

/**
 * All of a video's addresses, or null while it cannot be played; which of them lead anywhere its row knows. The expiry is
 * rounded up to a day, so everyone who asks by the same right within one day gets the same addresses (valid for 12 to 36
 * hours) and caches keep working.
 */
export async function mediaUrlsOf(
  env: { TICKET_SECRET: string },
  video: Playable,
  nowMs: number,
): Promise<MediaUrls | null> {
  const base = await mediaBaseOf(env, video, nowMs);
  if (base === null) return null;
  return {
    playback: `${base}master.m3u8`,
    poster: `${base}poster.jpg`,
    storyboard: `${base}storyboard.vtt`,
  };
}

/**
 * What a player reads of it before it shows anything, in order: without the last where it does not begin at the start.
 */
export const firstFilesOf = (playbackUrl: string, isFromStart: boolean): string[] =>
  ['master.m3u8', 'index.m3u8', 'init.mp4', ...(isFromStart ? ['s0.m4s'] : [])].map((file) =>
    playbackUrl.replace(/[^/]*$/, file),
  );

export async function posterUrlOf(
  env: { TICKET_SECRET: string },
  video: Playable,
  nowMs: number,
): Promise<string | null> {
  const base = await mediaBaseOf(env, video, nowMs);
  return base && `${base}poster.jpg`;
}

async function mediaBaseOf(
  env: { TICKET_SECRET: string },
  { shortId, mediaVersion, basis: { right, sinceMs, untilMs } }: Playable,
  nowMs: number,
): Promise<string | null> {
  if (mediaVersion === null) return null;
  const earliest = nowMs / 1000 + LEAST_VALID_SECONDS;
  const dayEnd = Math.ceil(earliest / DAY_SECONDS) * DAY_SECONDS;
  const expiresAtSeconds = untilMs === null ? dayEnd : Math.min(dayEnd, Math.floor(untilMs / 1000));
  const grant = await signGrant(env.TICKET_SECRET, shortId, { right, sinceMs, expiresAtSeconds });
  return `/media/${grant}/${shortId}/${mediaVersion}/`;
}
