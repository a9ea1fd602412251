import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ScreeningSummary } from '#protocol/screening.ts';
import { attempt } from '../identity.ts';
import { presentMoment, type Watch } from '../watch.ts';
import { screeningPath, shortIdIn, showAddress, videoPath } from './address.ts';

/** Starts a screening at the frame on show and makes it the page's address. */
export const startScreening = (watch: Watch): Promise<void> =>
  attempt(watch, 'To start a screening', async () => {
    const { positionSeconds } = presentMoment(watch);
    const { isPlaying } = watch.time.peek();
    const screening = await watch.room.startScreening({ positionSeconds, isPlaying });
    watch.hostedId.value = screening.id;
    showAddress(screeningPath(screening.shortId));
  });

export const joinScreening = (watch: Watch, screening: ScreeningSummary): Promise<void> =>
  attempt(watch, 'To join this screening', async () => {
    await watch.room.joinScreening(screening.id);
    showAddress(screeningPath(screening.shortId));
  });

export const leaveScreening = (watch: Watch): Promise<void> =>
  attempt(watch, 'To leave', async () => {
    await watch.room.leaveScreening();
    showAddress(videoPath(watch));
  });

export const endScreening = (watch: Watch, screeningId: string): Promise<void> =>
  attempt(watch, 'To end this screening', async () => {
    await watch.room.endScreening(screeningId);
    showAddress(videoPath(watch));
  });

/** Back and forward go between alone and in step without loading the page again. */
export function followHistory(watch: Watch): () => void {
  const onPop = () => {
    const { screening, screenings } = watch.state.peek();
    const shortId = shortIdIn(location.pathname);
    const wanted = [...screenings.values()].find((candidate) => candidate.shortId === shortId);
    if (wanted && wanted.id !== screening?.id) void watch.room.joinScreening(wanted.id);
    else if (shortId === undefined && screening) void watch.room.leaveScreening();
  };
  addEventListener('popstate', onPop);
  return () => removeEventListener('popstate', onPop);
}

/**
 * The screening this page was in last and may come back to, and whether it has ended. Kept here because the
 * room forgets what one has left.
 */
export function lastScreening(
  watch: Watch,
): ReadonlySignal<{ screening: ScreeningSummary; hasEnded: boolean } | null> {
  const last = signal<{ screening: ScreeningSummary; hasEnded: boolean } | null>(null);
  effect(() => {
    const { screening, screenings } = watch.state.value;
    const before = last.peek();
    const id = screening?.id ?? before?.screening.id;
    if (id === undefined) return;
    const summary = screenings.get(id);
    if (summary) last.value = { screening: summary, hasEnded: false };
    else if (before && !screening && !before.hasEnded) last.value = { ...before, hasEnded: true };
  });
  return last;
}
