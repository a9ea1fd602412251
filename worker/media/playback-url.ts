import { signGrant } from './grant.ts';

const DAY_SECONDS = 86_400;
const LEAST_VALID_SECONDS = 12 * 3600;

/**
 * Where a video plays, or null while it cannot. The expiry is rounded up to a day, so everyone who asks
 * within one day gets the same address (valid for 12 to 36 hours) and caches keep working.
 */
export async function playbackUrlOf(
  env: { TICKET_SECRET: string },
  video: { shortId: string; mediaVersion: string | null },
  nowMs: number,
): Promise<string | null> {
  const base = await mediaBaseOf(env, video, nowMs);
  return base && `${base}master.m3u8`;
}

export async function posterUrlOf(
  env: { TICKET_SECRET: string },
  video: { shortId: string; mediaVersion: string | null },
  nowMs: number,
): Promise<string | null> {
  const base = await mediaBaseOf(env, video, nowMs);
  return base && `${base}poster.jpg`;
}

async function mediaBaseOf(
  env: { TICKET_SECRET: string },
  video: { shortId: string; mediaVersion: string | null },
  nowMs: number,
): Promise<string | null> {
  if (video.mediaVersion === null) return null;
  const earliest = nowMs / 1000 + LEAST_VALID_SECONDS;
  const expiresAtSeconds = Math.ceil(earliest / DAY_SECONDS) * DAY_SECONDS;
  const grant = await signGrant(env.TICKET_SECRET, video.shortId, expiresAtSeconds);
  return `/media/${grant}/${video.shortId}/${video.mediaVersion}/`;
}
