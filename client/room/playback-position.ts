import { frameSeconds, toFrameCentre, type FrameRate } from '#client/player/frames.ts';
import type { Playback } from '#protocol/playback.ts';

/** Where the screening would be at `serverMs` if it had always played; before its start that is further back. */
export const linearSeconds = (playback: Playback, serverMs: number): number =>
  playback.positionSeconds + ((serverMs - playback.atServerMs) / 1000) * playback.rate;

/** Where the screening stands at `serverMs`: still until its start, and at the last frame after the end. */
export function positionAt(playback: Playback, serverMs: number, lastSeconds: number): number {
  const isStill = !playback.isPlaying || serverMs < playback.atServerMs;
  const seconds = isStill ? playback.positionSeconds : linearSeconds(playback, serverMs);
  return Math.min(Math.max(seconds, 0), lastSeconds);
}

/** When the screening reaches `positionSeconds`, on the server's clock. */
export const timeAtMs = (playback: Playback, positionSeconds: number): number =>
  playback.atServerMs + ((positionSeconds - playback.positionSeconds) / playback.rate) * 1000;

/** The centre of the last frame: where a screening that has run to its end stands. */
export function lastFrameSeconds(durationSeconds: number, frameRate: FrameRate | null): number {
  const frame = frameRate === null ? 0.04 : frameSeconds(frameRate);
  return Math.max(0, toFrameCentre(durationSeconds - frame / 2, frameRate));
}
