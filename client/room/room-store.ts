import { Listeners } from './listeners.ts';
import { reduce, type RoomChange } from './reduce.ts';
import { INITIAL_ROOM_STATE, type RoomState } from './room-state.ts';

/** The room's state, and who wants to hear when it moves. */
export class RoomStore {
  readonly #listeners = new Listeners<[state: RoomState, previous: RoomState]>();
  #state: RoomState = INITIAL_ROOM_STATE;

  getState = (): RoomState => this.#state;

  subscribe = (listener: (state: RoomState, previous: RoomState) => void): (() => void) =>
    this.#listeners.add(listener);

  apply(change: RoomChange): void {
    const previous = this.#state;
    this.#state = reduce(previous, change);
    if (this.#state !== previous) this.#listeners.tell(this.#state, previous);
  }
}
