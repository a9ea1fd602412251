import type { Control } from '#protocol/control.ts';
import type { WelcomeSent } from '#protocol/hello.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { PersonSent } from '#protocol/presence.ts';

/** No part of a welcome may starve the others. */
const SCREENINGS_BYTES = 6 * 1024;
/** Kept for people also while there are few: whoever comes later is told of in frames of their own, and costs as much. */
const PEOPLE_BYTES = 8 * 1024;
/** Who asks to steer, and as much for whom were let; of who is awaited as many names as anybody reads. */
const CONTROL_BYTES = 2 * 1024;
const AWAITED_BYTES = 2 * 1024;
const REST_BYTES = LIMITS.welcomeBytes - PEOPLE_BYTES;

const encoder = new TextEncoder();
export const sizeOf = (value: unknown): number => encoder.encode(JSON.stringify(value)).length + 1;

/** Views and people are never changed in place, and a thousand joiners are told of the same ones. */
const knownSizes = new WeakMap<object, number>();
function itemSize(item: object): number {
  const known = knownSizes.get(item);
  if (known !== undefined) return known;
  const size = sizeOf(item);
  knownSizes.set(item, size);
  return size;
}

export interface FittedWelcome {
  welcome: WelcomeSent;
  /** Who did not fit and follows in a frame of its own. */
  otherPeople: PersonSent[];
  /** Whole, where not all of it fitted: it follows in a frame of its own. */
  control?: Control;
}

/** The receiver's own screening within its share; a hundred names may be longer than all the rest. */
function fitScreening(
  full: WelcomeSent['screening'],
): Pick<WelcomeSent, 'screening'> & { control?: Control } {
  if (!full) return { screening: full };
  const { playback, control } = full;
  const asking = fit(control.asking, CONTROL_BYTES);
  const granted = fit(control.granted, CONTROL_BYTES);
  const awaited = fit(playback.awaited ?? [], AWAITED_BYTES).fitting;
  const fitting = { asking: asking.fitting, granted: granted.fitting };
  const isCut = asking.rest.length + granted.rest.length > 0;
  return {
    screening: { ...full, playback: { ...playback, awaited }, control: fitting },
    ...(isCut && { control }),
  };
}

/**
 * Cuts a welcome to its limit: screenings (the receiver's own first), who steers and people to their shares, and of a snapshot the newest comments to
 * what then remains. A gap is never cut; undefined when it does not fit, and the caller takes a snapshot.
 */
export function fitWelcome(full: WelcomeSent): FittedWelcome | undefined {
  const isOwn = (id: string): boolean => id === full.screening?.id;
  const ordered = [...full.screenings].sort((a, b) => Number(isOwn(b.id)) - Number(isOwn(a.id)));
  const screenings = fit(ordered, SCREENINGS_BYTES);
  const people = fit(full.presence.people, PEOPLE_BYTES);
  const { screening, control } = fitScreening(full.screening);
  const apart = { otherPeople: people.rest, ...(control && { control }) };
  const head: WelcomeSent = {
    ...full,
    screening,
    screenings: screenings.fitting,
    presence: { ...full.presence, people: people.fitting },
  };
  const withoutPeople = { ...head, presence: { ...head.presence, people: [] } };
  if (head.history.kind === 'gap')
    return sizeOf(withoutPeople) <= REST_BYTES ? { welcome: head, ...apart } : undefined;
  const bare = sizeOf({
    ...withoutPeople,
    history: { ...head.history, comments: [] },
    likedCommentIds: [],
  });
  // A liked comment's id is listed a second time.
  const liked = new Set(head.likedCommentIds);
  const likedBytes = (id: string): number => (liked.has(id) ? id.length + 3 : 0);
  const comments = fit(head.history.comments, REST_BYTES - bare, (comment) => likedBytes(comment.id));
  const kept = new Set(comments.fitting.map((comment) => comment.id));
  const isTruncated = head.history.isTruncated || comments.rest.length > 0;
  return {
    welcome: {
      ...head,
      history: { kind: 'snapshot', comments: comments.fitting, isTruncated },
      likedCommentIds: head.likedCommentIds.filter((id) => kept.has(id)),
    },
    ...apart,
  };
}

/** The longest beginning of `items` within `bytes`. */
function fit<T extends object>(items: readonly T[], bytes: number, extra: (item: T) => number = () => 0) {
  let used = 0;
  const count = items.findIndex((item) => (used += itemSize(item) + extra(item)) > bytes);
  const end = count === -1 ? items.length : count;
  return { fitting: items.slice(0, end), rest: items.slice(end) };
}
