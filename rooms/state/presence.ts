import type { PersonSent } from '#protocol/presence.ts';
import { LIMITS } from '#protocol/limits.ts';

/** Who is here, and what of it the others have not been told yet. */
export interface PresenceBook {
  /** In the order they came. */
  people: ReadonlyMap<string, PersonSent>;
  /** Those the others have been told of: all, or of a crowd the first. Their going is worth telling. */
  named: ReadonlySet<string>;
  changed: ReadonlySet<string>;
  gone: ReadonlySet<string>;
  /** The total the others were last told. */
  toldTotal: number;
}

export interface PresenceDelta {
  total: number;
  upserts: PersonSent[];
  gone: string[];
}

export function presenceOf(people: readonly PersonSent[]): PresenceBook {
  const ids = people.map((person) => person.connectionId);
  return {
    people: new Map(people.map((person) => [person.connectionId, person])),
    named: new Set(ids.slice(0, LIMITS.presencePeople)),
    changed: new Set(),
    gone: new Set(),
    toldTotal: people.length,
  };
}

export function withPerson(book: PresenceBook, person: PersonSent): PresenceBook {
  const id = person.connectionId;
  const people = new Map(book.people).set(id, person);
  return { ...book, people, changed: new Set(book.changed).add(id), gone: without(book.gone, id) };
}

/** Someone the others already know of. */
export function withKnownPerson(book: PresenceBook, person: PersonSent): PresenceBook {
  const people = new Map(book.people).set(person.connectionId, person);
  const named = new Set(book.named).add(person.connectionId);
  return { ...book, people, named, toldTotal: book.toldTotal + 1 };
}

export function withoutPerson(book: PresenceBook, id: string): PresenceBook {
  if (!book.people.has(id)) return book;
  const people = new Map(book.people);
  people.delete(id);
  const gone = book.named.has(id) ? new Set(book.gone).add(id) : book.gone;
  return { ...book, people, gone, named: without(book.named, id), changed: without(book.changed, id) };
}

/** Whether anybody came, changed or went since the last time. */
export const hasNews = ({ people, changed, gone, toldTotal }: PresenceBook): boolean =>
  changed.size > 0 || gone.size > 0 || people.size !== toldTotal;

/** What to tell since the last time; undefined when nothing is worth a frame. */
export function takeDelta(book: PresenceBook): { book: PresenceBook; delta: PresenceDelta | undefined } {
  if (!hasNews(book)) return { book, delta: undefined };
  const { people, named, changed, gone, toldTotal } = withNames(book);
  const upserts = [...changed].flatMap((id) => (named.has(id) && people.get(id)) || []);
  const total = people.size;
  const isQuiet = upserts.length === 0 && gone.size === 0 && total === toldTotal;
  const delta = isQuiet ? undefined : { total, upserts, gone: [...gone] };
  return { book: { people, named, changed: new Set(), gone: new Set(), toldTotal: total }, delta };
}

/** Those a newcomer is told of: those the others know. Whoever else has just come follows with the next delta. */
export const samplePeople = ({ people, named }: PresenceBook): PersonSent[] =>
  [...people.values()].filter((person) => named.has(person.connectionId));

/** Names those who came first while there is room for names. */
function withNames(book: PresenceBook): PresenceBook {
  if (book.named.size >= Math.min(LIMITS.presencePeople, book.people.size)) return book;
  const named = new Set(book.named);
  const changed = new Set(book.changed);
  for (const id of book.people.keys()) {
    if (named.size >= LIMITS.presencePeople) break;
    if (named.has(id)) continue;
    named.add(id);
    changed.add(id);
  }
  return { ...book, named, changed };
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  if (!ids.has(id)) return ids;
  const rest = new Set(ids);
  rest.delete(id);
  return rest;
};
