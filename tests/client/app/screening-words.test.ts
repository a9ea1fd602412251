import { describe, expect, test } from 'vitest';
import type { Recap } from '#protocol/recap.ts';
import type { ScreeningSummary } from '#protocol/screening.ts';
import { happenings } from '#client/app/watch/happenings.ts';
import { describeBehind } from '#client/app/watch/screening/behind.ts';
import { describeHold, secondsLeft } from '#client/app/watch/screening/hold-words.ts';
import {
  byChapter,
  decidedDuring,
  describeOthers,
  describeRecap,
  describeSaid,
  formatLength,
  listAttendance,
  saidDuring,
} from '#client/app/watch/screening/recap-words.ts';
import { idOf, screeningOf } from '../room/samples.ts';
import { someComment, somePlayback, someState, YOU } from './room-fixture.ts';

const [ANN, BO, ME] = ['Ann', 'Bo', 'Me'].map((name) => ({
  connectionId: name === 'Me' ? YOU.connectionId : name,
  name,
}));

function led(
  changes: Partial<ScreeningSummary>,
  control: { asking?: unknown[]; granted?: unknown[] } = {},
  playback = somePlayback(),
) {
  const screening = screeningOf(50, { hostConnectionId: 'ann', ...changes });
  const who = { asking: [], granted: [], ...control } as never;
  return someState({
    screenings: new Map([[screening.id, screening]]),
    screening: { id: screening.id, playback, control: who },
  });
}

describe('news of the own screening', () => {
  test.each([
    ['mode', led({}), led({ controlMode: 'presenter' }), 'Who steers: Only Ann'],
    ['policy', led({}), led({ stallPolicy: 'wait' }), 'If a video stalls: Wait for everyone (up to 10 s)'],
    ['host', led({}), led({ hostName: 'Bo', hostConnectionId: 'Bo' }), 'Bo is the host now'],
    ['you as host', led({}), led({ hostName: 'Me', hostConnectionId: 'me' }), 'You are the host now'],
    ['an absent host', led({}), led({ isHostHere: false }), 'Ann (host) is away'],
    ['a host who returns', led({ isHostHere: false }), led({}), 'Ann (host) is back'],
    ['a right', led({}), led({}, { granted: [ME] }), 'You can control now'],
    ['its loss', led({}, { granted: [ME] }), led({}), 'You can no longer control'],
    [
      'an asker',
      led({ hostConnectionId: 'me' }),
      led({ hostConnectionId: 'me' }, { asking: [BO] }),
      'Bo asks to control',
    ],
  ])('%s', (_, before, after, sentence) => {
    expect(happenings(after, before)).toEqual([sentence]);
  });

  test('who asks is not news to who does not decide', () => {
    expect(happenings(led({}, { asking: [BO] }), led({}))).toEqual([]);
  });

  test('its end', () => {
    expect(happenings(someState(), led({}))).toEqual(['The screening has ended']);
    expect(happenings({ ...led({}), screening: null }, led({}))).toEqual([]);
  });

  test('a wait names who is waited for, and says when it is over', () => {
    const playing = somePlayback({ isPlaying: true });
    const waiting = led({}, {}, { ...playing, revision: 2, awaited: [ANN, ME] as never, atServerMs: 10_000 });
    expect(happenings(waiting, led({}, {}, playing))).toEqual(['Waiting for Ann and you']);
    expect(happenings(led({}, {}, { ...playing, revision: 3 }), waiting)).toEqual(['Going on']);
  });
});

test('a wait says for whom and for how long', () => {
  const many = ['A', 'B', 'C', 'D'].map((name) => ({ connectionId: name, name }));
  expect(describeHold(many, 'A')).toBe('Waiting for you, B, and 2 more');
  const playback = somePlayback({ atServerMs: 10_000 });
  expect([0, 9_100, 9_999].map((nowMs) => secondsLeft(playback, nowMs))).toEqual([10, 1, 1]);
});

test.each([
  [-2040, 1500, 'You are 2 s behind'],
  [-430, 1500, 'You are 0.4 s behind'],
  [12_300, 1500, 'You are 12 s ahead'],
  [-390, 9000, null],
  [-2000, 900, null],
  [null, 9000, null],
])('%d ms off for %d ms: %s', (offsetMs, outForMs, words) => {
  expect(describeBehind({ status: 'settling', offsetMs, errorMs: 1, outForMs })).toBe(words);
});

describe('a recap', () => {
  const recap: Recap = {
    screeningId: idOf(1),
    hostName: 'Ann',
    startedAtMs: 0,
    endedAtMs: 12 * 60_000,
    attendeeCount: 3,
    attendees: [
      { userId: idOf(1), name: 'Ann', joinedAtMs: 0, leftAtMs: null },
      { userId: idOf(2), name: 'Bo', joinedAtMs: 60_000, leftAtMs: 120_000 },
      { userId: idOf(2), name: 'Bo', joinedAtMs: 180_000, leftAtMs: 210_000 },
    ],
    commentCount: 1,
    commentIds: [idOf(9)],
    timeline: [],
    isTimelineTruncated: false,
  };

  test('is a line: who hosted, how long, how many', () => {
    expect(describeRecap(recap)).toBe('Ann hosted · 12 min · 3 people · 1 comment');
  });

  test('names who was there, once each, with how long they stayed', () => {
    expect(listAttendance(recap).map(({ name, stayed }) => [name, stayed])).toEqual([
      ['Ann', '12 min'],
      ['Bo', '2 min'],
    ]);
  });

  test('counts whom it does not name: they had no name, or there were too many of them', () => {
    expect(describeOthers(recap)).toBe('and 1 more');
    expect(describeOthers({ ...recap, attendeeCount: 240 })).toBe('and 238 more');
    expect(describeOthers({ ...recap, attendeeCount: 2 })).toBeNull();
  });

  test('told to somebody who was not there says how many people, and of none that they had no name', () => {
    const told = { ...recap, attendees: [] };
    expect(describeRecap(told)).toContain('3 people');
    expect(describeOthers(told)).toBeNull();
  });

  test('tells lengths shortly', () => {
    expect([0, 40_400, 60_000, 3_600_000, 3_900_000].map(formatLength)).toEqual([
      '0 s',
      '40 s',
      '1 min',
      '1 h',
      '1 h 5 min',
    ]);
  });
});

test('a recap tells what was said by chapter, first what belongs to none', () => {
  const chapters = [
    { title: 'Meadow', startSeconds: 0, endSeconds: 10 },
    { title: 'Hill', startSeconds: 10, endSeconds: 20 },
    { title: 'River', startSeconds: 20, endSeconds: 30 },
  ];
  const said = [25, 3, null, 9.99, 99].map((positionSeconds) => ({ positionSeconds }));
  const [river, three, whole, nine, beyond] = said;
  expect(byChapter(said, chapters)).toEqual([
    { title: null, said: [whole, beyond] },
    { title: 'Meadow', said: [three, nine] },
    { title: 'River', said: [river] },
  ]);
});

describe('what was said in a screening', () => {
  const recap = { startedAtMs: Date.UTC(2026, 0, 1, 0, 0, 2), endedAtMs: Date.UTC(2026, 0, 1, 0, 0, 8) };

  test('is what was said while it went on, by moment, each answer after what it answers', () => {
    const [before, late, early] = [someComment(1), someComment(3), someComment(4, { positionSeconds: 1 })];
    const answer = someComment(5, { parentId: early.id, positionSeconds: null });
    const later = someComment(6, { parentId: before.id, positionSeconds: null });
    const whole = someComment(7, { positionSeconds: null });
    const gone = someComment(8, { isDeleted: true });
    const after = someComment(9);
    const said = saidDuring([before, late, early, answer, later, whole, gone, after], recap);
    expect(said).toEqual([
      { ...later, positionSeconds: 1 },
      early,
      { ...answer, positionSeconds: 1 },
      late,
      whole,
    ]);
  });

  test('is counted once all of it is here; until then it says how much is', () => {
    const said = [someComment(3), someComment(4, { hasDrawing: true })];
    expect(describeSaid(said, { commentCount: 500 }, false)).toBe('The newest 2 of 500');
    // Some were deleted since.
    expect(describeSaid(said, { commentCount: 500 }, true)).toBe('2 comments, 1 with a drawing');
    expect(describeSaid(said.slice(0, 1), { commentCount: 1 }, true)).toBe('1 comment');
  });
});

test('a recap tells what was decided while it went on', () => {
  const at = (ms: number) => ({ createdAt: new Date(ms).toISOString() });
  expect(decidedDuring([at(3000), at(1500), at(500)], { startedAtMs: 1000, endedAtMs: 2000 })).toEqual([
    at(1500),
  ]);
});
