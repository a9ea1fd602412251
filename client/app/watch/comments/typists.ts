import type { Person } from '#protocol/presence.ts';

/** Whoever types says so again within half of this; who has gone without a word is not waited for. */
export const TYPING_MS = 10_000;

/** Who types, and since when nothing was heard of it. */
export class Typists {
  readonly #heard = new Map<string, { person: Person; atMs: number }>();

  /** Takes who is here; somebody told of anew is news even where nothing has changed. */
  note(people: ReadonlyMap<string, Person>, nowMs: number): void {
    for (const connectionId of this.#heard.keys())
      if (people.get(connectionId)?.activity !== 'typing') this.#heard.delete(connectionId);
    for (const person of people.values()) {
      if (person.activity !== 'typing' || this.#heard.get(person.connectionId)?.person === person) continue;
      this.#heard.set(person.connectionId, { person, atMs: nowMs });
    }
  }

  names(nowMs: number, ownConnectionId: string | undefined): string[] {
    return [...this.#heard.values()]
      .filter(({ person, atMs }) => person.connectionId !== ownConnectionId && nowMs - atMs < TYPING_MS)
      .map(({ person }) => person.name);
  }
}

export function describeTyping(names: readonly string[]): string {
  const [one, two] = names;
  if (one === undefined) return '';
  if (two === undefined) return `${one} is typing…`;
  return names.length === 2 ? `${one} and ${two} are typing…` : `${names.length} people are typing…`;
}
