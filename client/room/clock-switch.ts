import type { Clock } from './clock.ts';
import type { RoomState } from './room-state.ts';

/** Solo viewers need no shared clock, and asking costs the server: on while in step, off otherwise. */
export class ClockSwitch {
  readonly #clock: Clock;
  #isOn = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  set(isWanted: boolean): void {
    if (isWanted === this.#isOn) return;
    this.#isOn = isWanted;
    if (isWanted) this.#clock.start();
    else this.#clock.stop();
  }
}

export const isClockWanted = ({ connection, screening }: RoomState, toJoin: string | null): boolean =>
  connection.status !== 'idle' && connection.status !== 'closed' && (screening !== null || toJoin !== null);
