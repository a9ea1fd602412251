import type { Playback } from '#protocol/playback.ts';

/** Whether everyone waits for somebody: until its `atServerMs` at the latest. */
export const isHeld = (playback: Playback, serverMs: number): boolean =>
  playback.isPlaying && playback.awaited.length > 0 && serverMs < playback.atServerMs;
