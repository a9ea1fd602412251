import type { Person } from '#protocol/presence.ts';
import { LIMITS } from '#protocol/limits.ts';

/** Who is here, and what of it the others have not been told yet. */
export interface PresenceBook {
  people: ReadonlyMap<string, Person>;
  /** Told to the others; only their going is worth telling. */
  announced: ReadonlySet<string>;
  changed: ReadonlySet<string>;
  gone: ReadonlySet<string>;
  /** The total the others were last told. */
  toldTotal: number;
}

export interface PresenceDelta {
  total: number;
  upserts: Person[];
  gone: string[];
}

export function presenceOf(people: readonly Person[]): PresenceBook {
  const ids = people.map((person) => person.connectionId);
  return {
    people: new Map(people.map((person) => [person.connectionId, person])),
    announced: new Set(ids.slice(0, LIMITS.presencePeople)),
    changed: new Set(),
    gone: new Set(),
    toldTotal: people.length,
  };
}

export function withPerson(book: PresenceBook, person: Person): PresenceBook {
  const id = person.connectionId;
  const people = new Map(book.people).set(id, person);
  return { ...book, people, changed: new Set(book.changed).add(id), gone: without(book.gone, id) };
}

/** Someone the others already know of. */
export function withKnownPerson(book: PresenceBook, person: Person): PresenceBook {
  const people = new Map(book.people).set(person.connectionId, person);
  const announced = new Set(book.announced).add(person.connectionId);
  return { ...book, people, announced, toldTotal: book.toldTotal + 1 };
}

export function withoutPerson(book: PresenceBook, id: string): PresenceBook {
  if (!book.people.has(id)) return book;
  const people = new Map(book.people);
  people.delete(id);
  const gone = book.announced.has(id) ? new Set(book.gone).add(id) : book.gone;
  return { ...book, people, gone, changed: without(book.changed, id) };
}

/**
 * What to tell since the last time; undefined when nothing is worth a frame. Above the limit people are a
 * sample: the total moves, those already told may change or go, nobody new is named.
 */
export function takeDelta(book: PresenceBook): { book: PresenceBook; delta: PresenceDelta | undefined } {
  const announced = new Set(book.announced);
  for (const id of book.gone) announced.delete(id);
  const isCrowd = book.people.size > LIMITS.presencePeople;
  const upserts: Person[] = [];
  for (const id of book.changed) {
    const person = book.people.get(id);
    if (!person || (isCrowd && !announced.has(id) && announced.size >= LIMITS.presencePeople)) continue;
    announced.add(id);
    upserts.push(person);
  }
  const total = book.people.size;
  const isQuiet = upserts.length === 0 && book.gone.size === 0 && total === book.toldTotal;
  const delta = isQuiet ? undefined : { total, upserts, gone: [...book.gone] };
  return { book: { ...book, announced, changed: new Set(), gone: new Set(), toldTotal: total }, delta };
}

/** Those a newcomer is told of. */
export const samplePeople = (book: PresenceBook): Person[] =>
  [...book.people.values()].slice(0, LIMITS.presencePeople);

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  if (!ids.has(id)) return ids;
  const rest = new Set(ids);
  rest.delete(id);
  return rest;
};
