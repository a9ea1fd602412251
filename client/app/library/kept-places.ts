import type { ListPage } from './pages.ts';

/** Where somebody was in a list, by the entry of the browser's history they were at. */
export interface Place {
  /** What was asked: the same entry may come to ask something else. */
  key: string;
  pages: readonly ListPage[];
  scrollY: number;
}

/** More steps back than anybody takes; older ones are asked for again. */
const MOST_PLACES = 20;
const places = new Map<string, Place>();

export const placeAt = (entry: string, key: string): Place | undefined => {
  const place = places.get(entry);
  return place?.key === key ? place : undefined;
};

export function keepPlace(entry: string, place: Place): void {
  places.delete(entry);
  places.set(entry, place);
  for (const oldest of [...places.keys()].slice(0, -MOST_PLACES)) places.delete(oldest);
}

/** What survives a reload, in the history's own entry: which page was on show, and the video at its top. */
interface Mark {
  entry: string;
  key: string;
  cursor: string | null;
  topId: string;
}

function markNow(): Partial<Mark> {
  const state: unknown = history.state;
  const mark: unknown =
    typeof state === 'object' && state !== null ? Reflect.get(state, 'library') : undefined;
  return typeof mark === 'object' && mark !== null ? mark : {};
}

const setMark = (mark: Partial<Mark>): void => {
  const state: unknown = history.state;
  history.replaceState({ ...(typeof state === 'object' ? state : {}), library: mark }, '');
};

let made = 0;
/** The name of the present entry of the history; it gets one where it has none. */
export function entryNow(): string {
  const mark = markNow();
  if (mark.entry !== undefined) return mark.entry;
  const entry = `${Date.now()}-${++made}`;
  setMark({ entry });
  return entry;
}

/** Where a reload takes up this list; undefined for its beginning. */
export function markFor(key: string): { cursor: string | null; topId: string } | undefined {
  const { key: marked, cursor = null, topId } = markNow();
  return marked === key && topId !== undefined ? { cursor, topId } : undefined;
}

/** Nothing is written where the history has gone on meanwhile. */
export function keepMark(mark: Mark): void {
  if (markNow().entry === mark.entry) setMark(mark);
}
