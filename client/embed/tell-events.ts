import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import type { PlayerChapter, PlayerEvents } from '#client/player/player-contract.ts';
import type { CuePoints } from './cue-points.ts';
import type { Tell } from './embed-events.ts';

const PLAYBACK_NOT_SUPPORTED = 1;

/** Tells what the player does by the protocol's names: its own events, then ours. */
export function tellEvents(
  player: LockstepPlayer,
  { chapters, cuePoints, tell }: { chapters: readonly PlayerChapter[]; cuePoints: CuePoints; tell: Tell },
): void {
  const { video } = player;
  const on = (name: string, use: () => void) => video.addEventListener(name, use);
  const time = () => ({ seconds: player.positionSeconds, duration: player.duration ?? video.duration });
  on('play', () => tell('play'));
  on('pause', () => tell('pause'));
  on('ended', () => tell('ended'));
  on('timeupdate', () => tell('timeupdate', time()));
  on('seeked', () => tell('seeked', time()));
  on('progress', () => tell('progress', { ...time(), percent: loadedShare(video) }));
  on('volumechange', () =>
    tell('volumechange', { volume: Math.round(video.volume * 100), muted: video.muted }),
  );
  on('ratechange', () => tell('ratechange', { rate: video.playbackRate }));
  player.addEventListener('playbackfailed', (event) => {
    const { message } = (event as CustomEvent<PlayerEvents['playbackfailed']>).detail;
    tell('error', { code: PLAYBACK_NOT_SUPPORTED, msg: message });
  });
  player.addEventListener('markerselect', (event) => {
    const { ids, positionSeconds } = (event as CustomEvent<PlayerEvents['markerselect']>).detail;
    tell('commentopen', { ids, seconds: positionSeconds });
  });

  let shown = -1;
  on('timeupdate', () => {
    const seconds = player.positionSeconds;
    for (const cuePoint of cuePoints.passed(seconds)) tell('cuepoint', cuePoint);
    const index = chapterAt(chapters, seconds);
    if (index === shown) return;
    shown = index;
    const chapter = chapters[index];
    tell('chapterchange', chapter ? { index, ...chapter } : null);
  });
}

/** Which chapter a moment lies in; -1 for none. */
export const chapterAt = (chapters: readonly PlayerChapter[], seconds: number): number =>
  chapters.findIndex(({ startSeconds, endSeconds }) => startSeconds <= seconds && seconds < endSeconds);

function loadedShare({ buffered, duration }: HTMLVideoElement): number {
  if (buffered.length === 0 || !Number.isFinite(duration) || duration === 0) return 0;
  return Math.min(1, buffered.end(buffered.length - 1) / duration);
}
