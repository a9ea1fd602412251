import type { Emoji, ReactionCount } from '#protocol/reaction.ts';

/** One's own reactions are shown when they are made: the room's word of them is no news. */
export class OwnReactions {
  readonly #made = new Map<string, number>();

  note(emoji: Emoji, positionSeconds: number, by: 1 | -1): void {
    this.#add(keyOf(Math.floor(positionSeconds), emoji), by);
  }

  /** How many of these are others'. */
  takeFrom({ second, emoji, count }: ReactionCount): number {
    const key = keyOf(second, emoji);
    const own = Math.min(this.#made.get(key) ?? 0, count);
    this.#add(key, -own);
    return count - own;
  }

  #add(key: string, by: number): void {
    const made = (this.#made.get(key) ?? 0) + by;
    if (made > 0) this.#made.set(key, made);
    else this.#made.delete(key);
  }
}

const keyOf = (second: number, emoji: Emoji): string => `${second} ${emoji}`;
