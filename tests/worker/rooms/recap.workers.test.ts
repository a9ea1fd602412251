import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import type { Recap } from '#protocol/recap.ts';
import { clearTables } from '#rooms/storage/schema.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { enter } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { settleRoom } from '#worker/rooms/room-gateway.ts';

let ada: Visitor & { id: string };
let bob: Visitor & { id: string };
beforeAll(async () => {
  ada = await signUp('Ada');
  bob = await comeInAs('Bob');
});

const recapOf = (who: Visitor, shortId: string) => who.get(`/api/screenings/${shortId}/recap`);

/** A screening that Ada hosts and Bob is in; how to end it. */
async function watchTogether() {
  const { id: videoId } = await makeVideo(ada);
  const host = await enter(videoId, { userId: ada.id, name: 'Ada', role: 'manage' });
  const started = await host.do({ t: 'screening.start', positionSeconds: 5, isPlaying: false });
  if (started.result.kind !== 'screening') throw new Error('no screening');
  const { id: screeningId, shortId } = started.result.screening;
  const guest = await enter(videoId, { userId: bob.id, name: 'Bob', screeningId });
  const said = await guest.do({ t: 'comment.post', content: 'Look!', positionSeconds: 5 });
  await host.do({ t: 'playback.seek', positionSeconds: 9 });
  await settleRoom(env, videoId);
  const end = () => host.do({ t: 'screening.end', screeningId });
  return { videoId, shortId, commentId: said.id, end };
}

test('R110 a recap is there once the screening has ended, by room and by Postgres', async () => {
  const { videoId, shortId, commentId, end } = await watchTogether();
  const early = await recapOf(ada, shortId);
  expect(early.status).toBe(409);
  expect(await early.json()).toMatchObject({ detail: 'This screening has not ended yet.' });
  await end();
  const fromRoom = await (await recapOf(ada, shortId)).json<Recap>();
  expect(fromRoom).toMatchObject({
    hostName: 'Ada',
    attendeeCount: 2,
    attendees: [
      { userId: ada.id, name: 'Ada' },
      { userId: bob.id, name: 'Bob' },
    ],
    commentCount: 1,
    commentIds: [commentId],
    timeline: [{ positionSeconds: 5 }, { positionSeconds: 9, byName: 'Ada' }],
    isTimelineTruncated: false,
  });
  await settleRoom(env, videoId);
  // The room has lost its storage: what it once wrote is still there.
  await runInDurableObject(env.ROOMS.getByName(videoId), (_, { storage }) => clearTables(storage.sql));
  expect(await (await recapOf(ada, shortId)).json()).toEqual(fromRoom);
  expect((await recapOf(ada, 'abcdefghijk')).status).toBe(404);
});

test('R110 who was there is told to those who were', async () => {
  const { videoId, shortId, end } = await watchTogether();
  await end();
  await settleRoom(env, videoId);
  expect(await (await recapOf(bob, shortId)).json()).toMatchObject({
    attendees: [{ name: 'Ada' }, { name: 'Bob' }],
  });
  expect(await (await recapOf(new Visitor(), shortId)).json()).toMatchObject({
    attendeeCount: 2,
    attendees: [],
    commentCount: 1,
    timeline: [{ byName: null }, { byName: null }],
  });
});
