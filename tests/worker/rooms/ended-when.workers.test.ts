import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { foundTeam, makeTeamVideo, type Team } from '#tests/support/workers/team.ts';
import { signUp, type Visitor } from '#tests/support/workers/visitor.ts';
import { organizationRevocationsKey, videoRevocationsKey } from '#worker/media/keys.ts';
import { closeEndedRights } from '#worker/rooms/ended-rights.ts';
import { settleRoom } from '#worker/rooms/room-gateway.ts';

/** What media was given out by begins by the database's clock: so its end must. */
const HOUR_MS = 3_600_000;
let ada: Visitor & { id: string };
let bob: Visitor & { id: string };
beforeAll(async () => {
  [ada, bob] = [await signUp('Ada'), await signUp('Bob')];
});
afterEach(() => void vi.restoreAllMocks());

/** Does it by a clock that is an hour late. */
async function lateHere(act: () => Promise<Response>): Promise<void> {
  const real = Date.now.bind(Date);
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => real() - HOUR_MS);
  const { status } = await act();
  clock.mockRestore();
  expect(status).toBeLessThan(300);
}
/** What stands there as ended, and how long ago by the database's clock, to the minute. */
async function endedAt(key: string): Promise<[string, number][]> {
  const moments = (await (await env.MEDIA.get(key))?.json<Record<string, number>>()) ?? {};
  return Object.entries(moments).map(([name, ms]) => [name, Math.round((Date.now() - ms) / 60_000)]);
}
const member = ({ id }: Team) => `/api/organizations/${id}/members/${bob.id}`;

test('S7 a membership that carries less, and one that ends, ended when the database says', async () => {
  const [demoted, left] = [await foundTeam(ada, [[bob, 'ADMIN']]), await foundTeam(ada, [[bob, 'ADMIN']])];
  await lateHere(() => ada.patch(member(demoted), { role: 'MEMBER' }));
  await lateHere(() => ada.delete(member(left)));
  expect(await endedAt(organizationRevocationsKey(demoted.id))).toEqual([[`admin:${bob.id}`, 0]]);
  expect(await endedAt(organizationRevocationsKey(left.id))).toEqual([
    [`member:${bob.id}`, 0],
    [`admin:${bob.id}`, 0],
  ]);
});

test('S7 a link that is taken back, and one whose maker has gone, ended when the database says', async () => {
  const video = await makeVideo(ada, { visibility: 'private' });
  const links = `/api/videos/${video.id}/links`;
  const { id } = await (await ada.post(links, {})).json<{ id: string }>();
  await lateHere(() => ada.delete(`${links}/${id}`));
  expect(await endedAt(videoRevocationsKey(video.shortId))).toEqual([[`link:${id}`, 0]]);
  const team = await foundTeam(ada, [[bob, 'ADMIN']]);
  const theirs = await makeTeamVideo(ada, team);
  const made = await (await bob.post(`/api/videos/${theirs.id}/links`, {})).json<{ id: string }>();
  await lateHere(() => ada.delete(member(team)));
  expect(await endedAt(videoRevocationsKey(theirs.shortId))).toEqual([[`link:${made.id}`, 0]]);
});

test('S7 the videos of a team that is dissolved ended when the database says', async () => {
  const team = await foundTeam(ada);
  const video = await makeTeamVideo(ada, team);
  await lateHere(() => ada.ask('DELETE', `/api/organizations/${team.id}`, { json: { confirm: team.slug } }));
  expect(await endedAt(videoRevocationsKey(video.shortId))).toEqual([['everyone', 0]]);
});

test('S7 what the hourly run tells once more ended when it did, not when it runs', async () => {
  const video = await makeVideo(ada);
  // So that the room is known.
  await ada.post(`/api/videos/${video.id}/comments`, { content: 'Look!' });
  await settleRoom(env, video.id);
  await ada.delete(`/api/videos/${video.id}`);
  await closeEndedRights(env, new Date(Date.now() + HOUR_MS));
  expect(await endedAt(videoRevocationsKey(video.shortId))).toEqual([['everyone', 0]]);
});
