import { signal, type ReadonlySignal } from '@preact/signals';
import type { Emoji } from '#protocol/reaction.ts';

/** A reaction on its way up the picture. */
export interface Flight {
  key: number;
  emoji: Emoji;
  /** Where it rises, 0 to 1 across its strip. */
  lane: number;
}

export interface Flights {
  readonly aloft: ReadonlySignal<readonly Flight[]>;
  launch(emoji: Emoji, count: number): void;
}

/** Beyond this many nothing more is seen, and the page grows slow. */
const MOST_ALOFT = 20;
/** As long as the way up takes (reactions.css). */
export const FLIGHT_MS = 2400;
/** Its multiples spread evenly, however many there are. */
const GOLDEN = 0.618;

export function createFlights(): Flights {
  const aloft = signal<readonly Flight[]>([]);
  let made = 0;
  const land = (keys: ReadonlySet<number>) => {
    aloft.value = aloft.value.filter(({ key }) => !keys.has(key));
  };
  return {
    aloft,
    launch(emoji, count) {
      const room = MOST_ALOFT - aloft.peek().length;
      const flights = Array.from({ length: Math.min(count, room) }, () => {
        made += 1;
        return { key: made, emoji, lane: (made * GOLDEN) % 1 };
      });
      if (flights.length === 0) return;
      aloft.value = [...aloft.peek(), ...flights];
      setTimeout(() => land(new Set(flights.map(({ key }) => key))), FLIGHT_MS);
    },
  };
}
