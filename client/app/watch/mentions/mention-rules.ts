/** Somebody who can be named in a comment. */
export interface Mentionable {
  userId: string;
  name: string;
}

/** What stands between an `@` and the cursor: who is looked for. */
export interface Mentioning {
  /** Where the `@` stands. */
  start: number;
  query: string;
}

/** Names have a few words; what is longer is a sentence with an `@` in it. */
const LOOKED_FOR = /(?:^|[\s([{"'“‘])@([^\s@]{0,40}(?: [^\s@]{1,40})?)$/u;

/** Who is being named where the cursor stands, if anybody is. An `@` within a word is an address, not a name. */
export function mentioningAt(text: string, caret: number): Mentioning | null {
  const match = LOOKED_FOR.exec(text.slice(0, caret));
  if (!match) return null;
  const query = match[1] ?? '';
  return { start: caret - query.length - 1, query };
}

/** The text with the whole name in it, and where the cursor goes on. */
export function insertMention(
  text: string,
  caret: number,
  { start }: Mentioning,
  name: string,
): { text: string; caret: number } {
  const after = text.slice(caret);
  const inserted = `@${name}${/^\s/.test(after) ? '' : ' '}`;
  return { text: text.slice(0, start) + inserted + after, caret: start + inserted.length };
}

/** Of those picked while writing, who is still named. */
export const mentionedIn = (text: string, picked: readonly Mentionable[]): string[] => [
  ...new Set(picked.filter(({ name }) => text.includes(`@${name}`)).map(({ userId }) => userId)),
];

/**
 * Of those named before, who still is. Whose name is not known here stays for as long as there is an `@`: nobody is
 * forgotten for having left.
 */
export const stillMentioned = (
  text: string,
  before: readonly string[],
  known: readonly Mentionable[],
): string[] =>
  before.filter((id) => {
    const names = known.flatMap(({ userId, name }) => (userId === id ? [`@${name}`] : []));
    return names.length === 0 ? text.includes('@') : names.some((name) => text.includes(name));
  });

export type NamedPiece =
  { kind: 'text'; text: string } | { kind: 'name'; text: string; userId: string | null };

/**
 * Cuts a comment at the people it names. Who is not known by name here (another version, another page) is shown by the
 * word behind the `@`.
 */
export function splitAtNames(text: string, people: readonly Mentionable[]): NamedPiece[] {
  const known = people.toSorted((one, other) => other.name.length - one.name.length);
  const pieces: NamedPiece[] = [];
  let done = 0;
  for (const { index } of text.matchAll(/@/g)) {
    if (index < done) continue;
    const rest = text.slice(index + 1);
    const person = known.find(({ name }) => rest.startsWith(name));
    const word = person?.name ?? /^[\p{L}\p{N}_.-]*[\p{L}\p{N}]/u.exec(rest)?.[0];
    if (word === undefined) continue;
    if (index > done) pieces.push({ kind: 'text', text: text.slice(done, index) });
    pieces.push({ kind: 'name', text: `@${word}`, userId: person?.userId ?? null });
    done = index + 1 + word.length;
  }
  if (done < text.length) pieces.push({ kind: 'text', text: text.slice(done) });
  return pieces;
}
