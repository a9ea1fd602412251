import { expect, test } from 'vitest';
import type { Playback } from '#protocol/playback.ts';
import { Recap } from '#protocol/recap.ts';
import { recapOf, timelineOf, type Attended, type Played } from '#rooms/state/recap.ts';
import { sizeOf } from '#rooms/state/welcome.ts';
import { rememberOp } from '#rooms/storage/ops.ts';
import { readPosted } from '#rooms/storage/recaps.ts';
import { FakeRoom, uuid } from './fake-room.ts';

const START = 1_790_000_000_000;
const paused: Playback = {
  revision: 1,
  isPlaying: false,
  positionSeconds: 0,
  rate: 1,
  atServerMs: START,
  byConnectionId: 'c1',
  byName: 'Ada',
  awaited: [],
};
const seekAt = (n: number, atMs: number): Played => ({
  madeAtMs: atMs,
  playback: { ...paused, revision: n, positionSeconds: n, atServerMs: atMs },
});
const attended = (over: Partial<Attended>): Attended => ({
  screening: { id: uuid(60), hostName: 'Ada', startedAtMs: START },
  endedAtMs: START + 3_600_000,
  attendeeCount: 0,
  attendees: [],
  commentCount: 0,
  commentIds: [],
  played: [],
  isCut: false,
  ...over,
});

test('R110 it is at most 64 KiB, whatever went on', () => {
  const person = { name: '好'.repeat(100), joinedAtMs: START, leftAtMs: null };
  const recap = recapOf(
    attended({
      attendeeCount: 5_000,
      attendees: Array.from({ length: 300 }, (_, n) => ({ ...person, userId: uuid(n) })),
      commentCount: 4_000,
      commentIds: Array.from({ length: 4_000 }, (_, n) => uuid(n)),
      played: Array.from({ length: 5_000 }, (_, n) => seekAt(n, START + n * 700)),
    }),
  );
  expect(Recap.parse(recap)).toEqual(recap);
  expect(sizeOf(recap)).toBeLessThanOrEqual(64 * 1024);
  expect(recap).toMatchObject({ attendeeCount: 5_000, commentCount: 4_000, isTimelineTruncated: true });
  expect(recap.commentIds).toHaveLength(300);
  expect(recap.timeline.length).toBeGreaterThan(200);
});

test('R111 of too many entries those stay that lasted longest, the first and the last', () => {
  const scrubs = Array.from({ length: 3_000 }, (_, n) => seekAt(n + 2, START + 60_000 + n * 10));
  const played = [
    seekAt(1, START),
    ...scrubs,
    seekAt(4_000, START + 900_000),
    seekAt(4_001, START + 900_001),
  ];
  const recap = recapOf(attended({ played, endedAtMs: START + 900_002 }));
  expect(recap.timeline.length).toBeLessThanOrEqual(1_000);
  const kept = recap.timeline.map(({ positionSeconds }) => positionSeconds);
  expect(kept).toEqual(expect.arrayContaining([1, 3_001, 4_001]));
  expect(kept).toEqual([...kept].sort((a, b) => a - b));
  expect(recap.isTimelineTruncated).toBe(true);
});

test('R111 what was overtaken before its moment never was, and nothing is told twice', () => {
  const playing = { ...paused, isPlaying: true };
  const played = [
    { madeAtMs: START, playback: { ...playing, atServerMs: START + 150 } },
    { madeAtMs: START, playback: { ...playing, atServerMs: START + 150 } },
    { madeAtMs: START + 1_000, playback: { ...playing, revision: 2, atServerMs: START + 1_150 } },
    { madeAtMs: START + 1_100, playback: { ...paused, revision: 3, atServerMs: START + 1_100 } },
  ];
  const times = timelineOf(played, START + 2_000).map(({ atMs, isPlaying }) => [atMs - START, isPlaying]);
  expect(times).toEqual([
    [150, true],
    [1_100, false],
  ]);
});

test('R110 of a video with any number of comments only those since its start are read, and at most 5,000', async () => {
  const { room } = await FakeRoom.open();
  const began = { type: 'screening.start', userId: null, seq: 1_000, answer: null };
  rememberOp(room.sql, uuid(60), began);
  const write = (fromSeq: number, count: number) =>
    room.transact(() => {
      for (let seq = fromSeq; seq < fromSeq + count; seq += 1)
        room.sql.exec(
          'INSERT INTO comments (seq, body) VALUES (?, ?)',
          seq,
          JSON.stringify({ id: uuid(seq), createdAtMs: START + seq, deletedAtMs: null }),
        );
    });
  const span = { screeningId: uuid(60), startedAtMs: START, endedAtMs: START + 1_000_000 };
  write(900, 200);
  expect(readPosted(room.sql, span).commentIds.slice(0, 2)).toEqual([uuid(1_000), uuid(1_001)]);
  write(2_000, 5_100);
  const { commentCount, commentIds } = readPosted(room.sql, span);
  expect([commentCount, commentIds.length, commentIds[0]]).toEqual([5_000, 300, uuid(2_100)]);
});
