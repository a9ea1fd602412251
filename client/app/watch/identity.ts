import { RoomRefusal } from '#client/room/room-refusal.ts';
import type { RoomState } from '#client/room/room-state.ts';
import type { Watch } from './watch.ts';

/** Makes this viewer a guest of the given name and re-enters the room as them. */
export async function becomeGuest(watch: Watch, name: string): Promise<void> {
  const { makeGuest } = await import('./make-guest.ts');
  const { kind, id, name: given } = await makeGuest(name);
  watch.viewer.value = { kind, userId: id, name: given };
  watch.room.rejoin();
}

/** Where on the page a name is asked for: beside what needs it. */
export type NamePlace = 'title' | 'panel';

/** Who had a name has none any more: their session has ended, here or elsewhere, while the page stood. */
export function noteSignOut(
  { viewer, notice }: Pick<Watch, 'viewer' | 'notice'>,
  now: Pick<RoomState, 'you'>,
  before: Pick<RoomState, 'you'>,
): void {
  if (!before.you?.userId || now.you?.userId !== null) return;
  viewer.value = { kind: 'anonymous', userId: null, name: null };
  notice.value = 'You have been signed out. Sign in again to go on under your name.';
}

/**
 * Does `act` and tells the viewer why if it is refused. When it takes a name, that is asked for inline
 * (`waitingForName`) and `act` is done again.
 */
export async function attempt(
  watch: Watch,
  why: string,
  act: () => Promise<unknown>,
  place: NamePlace = 'title',
): Promise<void> {
  watch.notice.value = null;
  try {
    await act();
  } catch (error) {
    const isNameless = watch.viewer.value.kind === 'anonymous';
    if (error instanceof RoomRefusal && error.code === 'UNAUTHENTICATED' && isNameless)
      askForName(watch, why, act, place);
    else watch.notice.value = wordsOf(error);
  }
}

/** As `attempt`, for what is known to take a name: asks before trying. */
export async function attemptNamed(
  watch: Watch,
  why: string,
  act: () => Promise<unknown>,
  place: NamePlace = 'title',
): Promise<void> {
  if (watch.viewer.value.kind === 'anonymous') askForName(watch, why, act, place);
  else await attempt(watch, why, act, place);
}

const askForName = (watch: Watch, why: string, act: () => Promise<unknown>, place: NamePlace) => {
  watch.waitingForName.value = { why, place, resume: () => void attempt(watch, why, act, place) };
};

export const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'That did not work. Try again.';
