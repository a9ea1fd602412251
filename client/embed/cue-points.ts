/** A moment a page wants to hear of. */
export interface CuePoint {
  id: string;
  seconds: number;
}

const MOST = 100;
const MOST_ID_CHARACTERS = 64;
/** Media time moves by less between two looks while it plays; by more it was sought, and what lay between is skipped. */
const MOST_STRIDE_SECONDS = 2;

/** The moments pages have asked to be told of, and which of them playback has just passed. */
export class CuePoints {
  readonly #points = new Map<string, CuePoint>();
  #lastSeconds: number | null = null;

  /** Takes `{ id, seconds }`; anything else, or one too many, is left aside. */
  add(value: unknown): void {
    if (typeof value !== 'object' || value === null || !('seconds' in value)) return;
    const { seconds } = value;
    const id = 'id' in value ? value.id : `at-${String(seconds)}`;
    if (typeof id !== 'string' || id.length > MOST_ID_CHARACTERS) return;
    if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds < 0) return;
    if (this.#points.size < MOST || this.#points.has(id)) this.#points.set(id, { id, seconds });
  }

  remove(id: unknown): void {
    if (typeof id === 'string') this.#points.delete(id);
  }

  /** In order, those between the last look and this one. */
  passed(seconds: number): CuePoint[] {
    const last = this.#lastSeconds;
    this.#lastSeconds = seconds;
    if (last === null || seconds <= last || seconds - last > MOST_STRIDE_SECONDS) return [];
    return [...this.#points.values()]
      .filter((point) => point.seconds > last && point.seconds <= seconds)
      .sort((one, other) => one.seconds - other.seconds);
  }
}
