import type { PlayerMedia } from './player-media.ts';
import type { PlayerRequests } from './requests.ts';

const STEP_SECONDS = 10;

/** Headset and lock-screen keys ask like any control: in step they steer everyone. */
export function listenForMediaKeys(media: PlayerMedia, requests: PlayerRequests): void {
  if (!('mediaSession' in navigator)) return;
  const seekBy = (seconds: number) => requests.seek(media.positionSeconds + seconds);
  const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
    play: () => requests.play(),
    pause: () => requests.pause(),
    seekbackward: ({ seekOffset }) => seekBy(-(seekOffset ?? STEP_SECONDS)),
    seekforward: ({ seekOffset }) => seekBy(seekOffset ?? STEP_SECONDS),
    seekto: ({ seekTime }) => seekTime !== undefined && requests.seek(seekTime),
  };
  for (const [action, handler] of Object.entries(handlers))
    navigator.mediaSession.setActionHandler(action as MediaSessionAction, handler);
}
