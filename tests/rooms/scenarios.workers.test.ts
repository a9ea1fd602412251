import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { PING, PONG } from '#protocol/wire.ts';
import type { Ack, Refuse } from '#protocol/ack.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { connect, enter, type RoomClient } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, type Visitor } from '#tests/support/workers/visitor.ts';

let ada: Visitor & { id: string };
let bob: Visitor & { id: string };
beforeAll(async () => {
  ada = await signUp('Ada');
  bob = await comeInAs('Bob');
});

const stay = async (): Promise<void> => {};
const evict = async (videoId: string): Promise<void> => {
  // It may be asleep already.
  await evictDurableObject(env.ROOMS.getByName(videoId)).catch(() => {});
};

const commentOf = (answer: Ack | Refuse) => {
  if (answer.t !== 'ack' || answer.result.kind !== 'comment') throw new Error(JSON.stringify(answer));
  return answer.result.comment;
};

describe.each([
  ['in one life', stay],
  ['with an eviction between each step', evict],
])('a room %s', (_, between) => {
  let videoId: string;
  let a: RoomClient;
  let b: RoomClient;
  const step = () => between(videoId);

  const open = async (): Promise<void> => {
    videoId = (await makeVideo(ada)).id;
    a = await enter(videoId, { userId: ada.id, name: 'Ada', role: 'manage' });
    await step();
    b = await enter(videoId, { userId: bob.id, name: 'Bob' });
    await step();
  };
  const nextComment = async (client: RoomClient) => {
    const frame = await client.next('events', ({ events }) => events.some((each) => each.kind === 'comment'));
    return frame.events.find((each) => each.kind === 'comment');
  };

  test('R10 a comment is written, told, edited, liked and deleted', async () => {
    await open();
    const posted = commentOf(await a.do({ t: 'comment.post', content: 'Look!', positionSeconds: 12 }));
    expect(await nextComment(b)).toEqual({ kind: 'comment', seq: 1, comment: posted });
    await step();
    expect(
      commentOf(await a.do({ t: 'comment.edit', commentId: posted.id, content: 'Look there!' })),
    ).toMatchObject({
      version: 2,
      isEdited: true,
    });
    expect(await nextComment(b)).toMatchObject({ seq: 2, comment: { content: 'Look there!' } });
    await step();
    await b.do({ t: 'like.set', commentId: posted.id, isLiked: true });
    const likes = await a.next('events', ({ events }) => events.some((each) => each.kind === 'like'));
    expect(likes.events).toMatchObject([{ seq: 3, like: { commentId: posted.id, likeCount: 1 } }]);
    await step();
    expect(await b.ask({ t: 'comment.delete', commentId: posted.id })).toMatchObject({ code: 'FORBIDDEN' });
    await step();
    await a.do({ t: 'comment.delete', commentId: posted.id });
    expect(await nextComment(b)).toMatchObject({
      seq: 4,
      comment: { isDeleted: true, content: '', version: 4 },
    });
  });

  test('R11 an op sent again gets its first answer', async () => {
    await open();
    const id = uuidv7();
    const first = await a.do({ t: 'comment.post', content: 'once' }, id);
    await step();
    expect(await a.do({ t: 'comment.post', content: 'once' }, id)).toEqual(first);
    await step();
    const other = await enter(videoId, { userId: ada.id, name: 'Ada' });
    await step();
    expect(await other.do({ t: 'comment.post', content: 'once' }, id)).toEqual(first);
    expect((await other.next('welcome')).video.commentCount).toBe(1);
  });

  test('R21 who comes back hears what they missed', async () => {
    await open();
    const { epoch, seq } = await b.next('welcome');
    b.socket.close(1000, 'off');
    await step();
    await a.do({ t: 'comment.post', content: 'one' });
    await step();
    await a.do({ t: 'like.set', isLiked: true });
    await step();
    const back = await connect(videoId, { userId: bob.id, name: 'Bob' });
    await step();
    const welcome = await back.hello({ epoch, seq });
    expect(welcome.history).toMatchObject({
      kind: 'gap',
      events: [
        { kind: 'comment', comment: { content: 'one' } },
        { kind: 'like', like: { commentId: null, likeCount: 1 } },
      ],
    });
    await step();
    const stranger = await connect(videoId);
    expect((await stranger.hello({ epoch: epoch + 1, seq })).history.kind).toBe('snapshot');
  });

  test('R34 a screening is started, joined, steered, left and ended', async () => {
    await open();
    const started = await a.do({ t: 'screening.start', positionSeconds: 5, isPlaying: true });
    if (started.result.kind !== 'screening') throw new Error('no screening');
    const screeningId = started.result.screening.id;
    const heard = await b.next('events', ({ events }) => events.some((each) => each.kind === 'screening'));
    expect(heard.events).toMatchObject([{ screening: { id: screeningId, hostName: 'Ada', memberCount: 1 } }]);
    await step();
    expect((await b.do({ t: 'screening.join', screeningId })).result).toMatchObject({
      screening: { memberCount: 2 },
      playback: { isPlaying: true, positionSeconds: 5 },
    });
    await step();
    await b.do({ t: 'playback.pause', positionSeconds: 9.5 });
    expect(await a.next('playback')).toMatchObject({
      screeningId,
      playback: { revision: 2, isPlaying: false, positionSeconds: 9.5, byName: 'Bob' },
    });
    await step();
    await b.do({ t: 'screening.leave' });
    await step();
    expect(await b.ask({ t: 'playback.play' })).toMatchObject({ code: 'CONFLICT' });
    await step();
    const late = await enter(videoId, { screeningId, name: 'Late' });
    expect((await late.next('welcome')).screening).toMatchObject({
      id: screeningId,
      playback: { revision: 2 },
    });
    await step();
    await a.do({ t: 'screening.end', screeningId });
    await step();
    expect(await b.ask({ t: 'screening.join', screeningId })).toMatchObject({
      code: 'CONFLICT',
      message: 'This screening has ended.',
    });
    expect(await late.ask({ t: 'playback.play' })).toMatchObject({ code: 'CONFLICT' });
  });

  test('R51 people come, type and go', async () => {
    await open();
    await a.next('presence', ({ upserts }) => upserts.some((person) => person.name === 'Bob'));
    await step();
    b.send({ t: 'presence.set', activity: 'typing' });
    const typing = await a.next('presence', ({ upserts }) =>
      upserts.some((each) => each.activity === 'typing'),
    );
    expect(typing).toMatchObject({ total: 2, upserts: [{ name: 'Bob' }] });
    await step();
    b.socket.close(1000, 'off');
    expect(await a.next('presence', ({ gone }) => gone.length > 0)).toMatchObject({ total: 1 });
  });

  test('R3 nonsense is refused and the connection goes on', async () => {
    await open();
    for (const data of [new Uint8Array(4).buffer, '{', '[]', '{"t":"x"}', 'x'.repeat(20_000)]) {
      b.socket.send(data);
      expect(await b.next('refuse')).toMatchObject({ message: expect.stringMatching(/\w/) });
      await step();
    }
    expect((await b.do({ t: 'like.set', isLiked: true })).result).toMatchObject({ isLiked: true });
  });

  test('R62 a revoked user is out at once', async () => {
    await open();
    expect(await env.ROOMS.getByName(videoId).revoke({ userId: bob.id }, 'Removed.')).toBe(1);
    expect(await b.untilClosed()).toEqual({ code: 4503, reason: 'Removed.' });
    expect((await a.do({ t: 'like.set', isLiked: true })).t).toBe('ack');
  });
});

test('R53 a ping is answered while the room sleeps', async () => {
  const videoId = (await makeVideo(ada)).id;
  const client = await enter(videoId);
  const heard = new Promise<void>((resolve) =>
    client.socket.addEventListener('message', ({ data }) => data === PONG && resolve()),
  );
  await evict(videoId);
  client.socket.send(PING);
  await heard;
});
