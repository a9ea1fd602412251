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
    watch.startedId.value = screening.id;
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
  // The address stays: from now on it leads to the recap.
  attempt(watch, 'To end this screening', () => watch.room.endScreening(screeningId));

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

/** The screening this page was in last. `screening` is null where only its link is known, since it had ended before. */
export interface LastScreening {
  screening: ScreeningSummary | null;
  shortId: string;
  hasEnded: boolean;
}

/** Which one may be come back to, or whose recap there is. Kept here because the room forgets what one has left. */
export function lastScreening(watch: Watch): ReadonlySignal<LastScreening | null> {
  const { endedScreening } = watch.boot;
  const last = signal<LastScreening | null>(
    endedScreening && { screening: null, shortId: endedScreening.shortId, hasEnded: true },
  );
  effect(() => {
    const { screening, screenings, you } = watch.state.value;
    const before = last.peek();
    const id = screening?.id ?? before?.screening?.id;
    if (id === undefined) {
      // Ended in the moment the page was opened by its link: the room did not take us in.
      const asked = you && before === null ? watch.boot.screening : null;
      if (asked && !screenings.has(asked.id))
        last.value = { screening: null, shortId: asked.shortId, hasEnded: true };
      return;
    }
    const summary = screenings.get(id);
    if (summary) last.value = { screening: summary, shortId: summary.shortId, hasEnded: false };
    else if (before && !screening && !before.hasEnded) last.value = { ...before, hasEnded: true };
  });
  return last;
}
