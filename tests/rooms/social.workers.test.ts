import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { LIVES } from '#tests/support/workers/lives.ts';
import { connect, enter, type RoomClient } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, type Visitor } from '#tests/support/workers/visitor.ts';

let ada: Visitor & { id: string };
let bob: Visitor & { id: string };
beforeAll(async () => {
  ada = await signUp('Ada');
  bob = await comeInAs('Bob');
});

describe.each(LIVES)('a room %s', (_, between) => {
  let videoId: string;
  let a: RoomClient;
  let b: RoomClient;
  const step = () => between(videoId);
  beforeEach(async () => {
    videoId = (await makeVideo(ada)).id;
    a = await enter(videoId, { userId: ada.id, name: 'Ada', role: 'comment' });
    await step();
    b = await enter(videoId, { userId: bob.id, name: 'Bob' });
    await step();
  });
  /** What this client is told at that place of the room's history. */
  const toldAt = async (client: RoomClient, seq: number) => {
    const frame = await client.next('events', ({ events }) => events.some((each) => each.seq === seq));
    return frame.events.find((each) => each.seq === seq);
  };

  test('R91 a thread with a drawing is settled, opened and settled again', async () => {
    const id = uuidv7();
    const drawing = [{ color: 'red' as const, points: [0.1, 0.2, 0.3, 0.4] }];
    await a.do({ t: 'comment.post', content: 'Here.', positionSeconds: 12, drawing }, id);
    expect(await toldAt(b, 1)).toMatchObject({ comment: { id, hasDrawing: true } });
    await step();
    await b.do({ t: 'comment.resolve', commentId: id, isResolved: true });
    expect(await toldAt(a, 2)).toMatchObject({ comment: { resolvedByName: 'Bob', version: 2 } });
    await step();
    await a.do({ t: 'comment.resolve', commentId: id, isResolved: false });
    expect(await toldAt(b, 3)).toMatchObject({ comment: { resolvedAt: null, version: 3 } });
    await step();
    const settled = await b.do({ t: 'comment.resolve', commentId: id, isResolved: true }, uuidv7());
    await step();
    expect(await b.do({ t: 'comment.resolve', commentId: id, isResolved: true }, settled.id)).toEqual(
      settled,
    );
  });

  test('R92 reactions are counted, told and counted on', async () => {
    const first = await a.do({ t: 'reaction.post', emoji: '❤️', positionSeconds: 5.5 });
    expect(await toldAt(b, 1)).toEqual({
      kind: 'reaction',
      seq: 1,
      reaction: { second: 5, emoji: '❤️', count: 1 },
    });
    await step();
    const again = { t: 'reaction.post', emoji: '❤️', positionSeconds: 5.5 } as const;
    expect(await a.do(again, first.id)).toEqual(first);
    await step();
    await b.do(again);
    expect(await toldAt(a, 2)).toMatchObject({ seq: 2, reaction: { count: 2 } });
    await step();
    const late = await connect(videoId, { userId: ada.id, name: 'Ada' });
    await step();
    expect((await late.hello({ epoch: 1, seq: 0 })).history).toMatchObject({
      kind: 'gap',
      events: [{ kind: 'reaction', seq: 2, reaction: { second: 5, emoji: '❤️', count: 2 } }],
    });
  });

  test('R94 progress is one’s own, on every device', async () => {
    await a.do({ t: 'progress.set', positionSeconds: 31.25, isCompleted: false });
    await step();
    const tablet = await enter(videoId, { userId: ada.id, name: 'Ada' });
    expect((await tablet.next('welcome')).you.progress).toEqual({
      positionSeconds: 31.25,
      isCompleted: false,
    });
    await step();
    await tablet.do({ t: 'progress.set', positionSeconds: 60, isCompleted: true });
    await step();
    await a.next('welcome');
    expect((await a.hello()).you.progress).toEqual({ positionSeconds: 60, isCompleted: true });
    const other = await enter(videoId, { userId: bob.id, name: 'Bob' });
    expect((await other.next('welcome')).you.progress).toBeNull();
  });
});
