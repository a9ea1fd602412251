import { effect } from '@preact/signals';
import type { Progress } from '#protocol/progress.ts';
import { presentMoment, type Watch } from '../watch.ts';
import { progressAt } from './progress-rules.ts';

/** When a screening ends its picture, everyone has something to tell at once: over so long it is spread. */
const SPREAD_MS = 5000;

/**
 * Tells how far one has watched when one stops: at a pause of one's own, at the end, when the page is hidden or left.
 * Never while playing goes on, and not when somebody else has paused for everyone.
 */
export function followProgress(watch: Watch): () => void {
  let told: Progress | null = null;
  let hasPlayed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = () => {
    const durationSeconds = watch.boot.video.durationSeconds ?? watch.time.peek().durationSeconds;
    const progress = progressAt(presentMoment(watch).positionSeconds, durationSeconds);
    const isKnown = told?.positionSeconds === progress.positionSeconds;
    if (!hasPlayed || isKnown || watch.viewer.peek().kind === 'anonymous') return;
    told = progress;
    // Not worth a word: the next pause says it again.
    watch.room.setProgress(progress.positionSeconds, progress.isCompleted).catch(() => undefined);
  };
  const onPause = () => {
    const { screening, you } = watch.state.peek();
    if (screening === null || screening.playback.byConnectionId === you?.connectionId) tell();
  };
  const onEnded = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, watch.state.peek().screening === null ? 0 : Math.random() * SPREAD_MS);
  };
  const onPlaying = () => (hasPlayed = true);
  const onVisibility = () => document.hidden && tell();

  const stop = effect(() => {
    const video = watch.player.value?.video;
    video?.addEventListener('playing', onPlaying);
    video?.addEventListener('pause', onPause);
    video?.addEventListener('ended', onEnded);
    return () => {
      video?.removeEventListener('playing', onPlaying);
      video?.removeEventListener('pause', onPause);
      video?.removeEventListener('ended', onEnded);
    };
  });
  document.addEventListener('visibilitychange', onVisibility);
  addEventListener('pagehide', tell);
  return () => {
    clearTimeout(timer);
    stop();
    document.removeEventListener('visibilitychange', onVisibility);
    removeEventListener('pagehide', tell);
  };
}
