import { expect, test } from 'vitest';
import { withReactions, type Reactions } from '#client/room/reactions.ts';
import { reduce } from '#client/room/reduce.ts';
import { INITIAL_ROOM_STATE } from '#client/room/room-state.ts';

const of = (second: number, count: number, emoji: '🔥' | '👍' = '🔥') => ({ second, emoji, count });

test('counts only rise, in whatever order copies come', () => {
  const known = withReactions(new Map(), [of(3, 2), of(3, 1, '👍')]);
  const merged = withReactions(known, [of(3, 1), of(3, 4, '👍'), of(9, 1), of(9, 3), of(9, 2)]);
  expect(Object.fromEntries(merged)).toEqual({ 3: { '🔥': 2, '👍': 4 }, 9: { '🔥': 3 } });
});

test('what says nothing new changes nothing', () => {
  const known = withReactions(new Map(), [of(3, 2)]);
  expect(withReactions(known, [of(3, 2), of(3, 1)])).toBe(known);
});

test('a reacted-to video of any length takes bounded memory', () => {
  let reactions: Reactions = new Map();
  reactions = withReactions(
    reactions,
    Array.from({ length: 1_200 }, (_, second) => of(second, 1)),
  );
  expect(reactions.size).toBe(1_000);
  expect(reactions.has(1_199)).toBe(true);
});

test('an event and an ack count the same one', () => {
  const reaction = of(7, 1);
  const heard = reduce(INITIAL_ROOM_STATE, {
    kind: 'frame',
    frame: { t: 'events', epoch: 1, seq: 4, events: [{ kind: 'reaction', seq: 4, reaction }] },
  });
  const acked = reduce(heard, {
    kind: 'frame',
    frame: {
      t: 'ack',
      id: '01900000-0000-7000-8000-000000000001',
      epoch: 1,
      seq: 4,
      result: { kind: 'reaction', reaction },
    },
  });
  expect(Object.fromEntries(acked.reactions)).toEqual({ 7: { '🔥': 1 } });
});
