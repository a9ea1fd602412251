import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Recap } from '#protocol/recap.ts';
import { clearTables } from '#rooms/storage/schema.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { enter } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import { settleRoom } from '#worker/rooms/room-gateway.ts';

let ada: Visitor & { id: string };
let bob: Visitor & { id: string };
beforeAll(async () => {
  ada = await signUp('Ada');
  bob = await comeInAs('Bob');
});

const recapOf = (who: Visitor, shortId: string) => who.get(`/api/screenings/${shortId}/recap`);

/** As if more had been there than a recap names. */
const nameOnlyTheFirst = (screeningId: string) =>
  runAs(
    createDatabase(env.DATABASE_URL),
    serviceActor('service:room'),
    (db) =>
      [
        db.execute(sql`update screenings
          set recap = jsonb_set(recap, '{attendees}', jsonb_build_array(recap->'attendees'->0))
          where id = ${screeningId}`),
      ] as const,
  );

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
  return { videoId, screeningId, shortId, commentId: said.id, end };
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

test('R110 of a crowd also those whom the recap has no place to name see who was there', async () => {
  const { videoId, shortId, screeningId, end } = await watchTogether();
  const late = await comeInAs('Late');
  await enter(videoId, { userId: late.id, name: 'Late', screeningId });
  await end();
  await settleRoom(env, videoId);
  await nameOnlyTheFirst(screeningId);
  const trips = vi.spyOn(globalThis, 'fetch');
  const seen = await (await recapOf(late, shortId)).json<Recap>();
  expect(trips).toHaveBeenCalledTimes(1);
  trips.mockRestore();
  expect(seen).toMatchObject({ attendeeCount: 3, attendees: [{ name: 'Ada' }] });
  expect(seen.timeline.map(({ byName }) => byName)).toContain('Ada');
  for (const stranger of [await comeInAs('Eve'), new Visitor()])
    expect(await (await recapOf(stranger, shortId)).json()).toMatchObject({ attendees: [] });
});
