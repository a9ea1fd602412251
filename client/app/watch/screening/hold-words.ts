import type { Playback } from '#protocol/playback.ts';

const list = new Intl.ListFormat('en');

/** "Waiting for Ann and Bo": who holds everyone up, the viewer as themselves. */
export function describeHold(awaited: Playback['awaited'], ownConnectionId: string | undefined): string {
  const names = awaited.map(({ connectionId, name }) => (connectionId === ownConnectionId ? 'you' : name));
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return `Waiting for ${list.format(shown)}`;
}

/** Seconds until it goes on anyway, never shown as none while it still waits. */
export const secondsLeft = (playback: Playback, serverMs: number): number =>
  Math.max(1, Math.ceil((playback.atServerMs - serverMs) / 1000));
