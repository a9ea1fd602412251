import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { CLOSE_CODE } from '#protocol/error.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { enter } from '#tests/support/workers/room-client.ts';
import { foundTeam } from '#tests/support/workers/team.ts';
import { signUp, type Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';

const bulk = async (who: Visitor, ids: string[], change: object) => {
  const answer = await who.post('/api/videos/bulk', { ids, change });
  expect(answer.status).toBe(200);
  const { outcomes } = await answer.json<{
    outcomes: { id: string; isDone: boolean; code: string | null }[];
  }>();
  return outcomes.map(({ id, isDone, code }) => [id, isDone ? 'done' : code]);
};
const get = async (who: Visitor, id: string): Promise<Video> => (await who.get(`/api/videos/${id}`)).json();

describe('many videos at once', () => {
  test('are changed where they may be, and of each it is said what became of it', async () => {
    const [ada, eve] = [await signUp('Ada'), await signUp('Eve')];
    const [mine, theirs, hidden] = [
      await makeVideo(ada),
      await makeVideo(eve),
      await makeVideo(eve, { visibility: 'private' }),
    ];
    const nothing = uuidv7();
    const asked = [mine.id, theirs.id, hidden.id, nothing, mine.id];
    const change = { kind: 'tag', add: ['new'], remove: [] };
    const expected = [
      [mine.id, 'done'],
      [theirs.id, 'FORBIDDEN'],
      [hidden.id, 'NOT_FOUND'],
      [nothing, 'NOT_FOUND'],
    ];
    expect(await bulk(ada, asked, change)).toEqual(expected);
    expect(await bulk(ada, asked, change)).toEqual(expected);
    expect((await get(ada, mine.id)).tags).toEqual(['new']);
    expect((await get(ada, theirs.id)).tags).toEqual([]);
  });

  test('are tagged in order, and no more than a video may be', async () => {
    const ada = await signUp('Ada');
    const full = await makeVideo(ada, { tags: Array.from({ length: 50 }, (_, n) => `t${n}`) });
    const some = await makeVideo(ada, { tags: ['b', 'a'] });
    expect(await bulk(ada, [full.id, some.id], { kind: 'tag', add: ['z', 'a'], remove: ['b'] })).toEqual([
      [full.id, 'INVALID'],
      [some.id, 'done'],
    ]);
    expect((await get(ada, some.id)).tags).toEqual(['a', 'z']);
  });

  test('are archived, deleted and brought back', async () => {
    const ada = await signUp('Ada');
    const ids = [(await makeVideo(ada)).id, (await makeVideo(ada)).id];
    await bulk(ada, ids, { kind: 'archive', isArchived: true });
    expect((await get(ada, ids[0] ?? '')).archivedAt).toEqual(expect.any(String));
    expect(await bulk(ada, ids, { kind: 'delete' })).toEqual(ids.map((id) => [id, 'done']));
    expect(await bulk(ada, ids, { kind: 'delete' })).toEqual(ids.map((id) => [id, 'NOT_FOUND']));
    expect(await bulk(ada, [...ids, uuidv7()], { kind: 'restore' })).toEqual([
      ...ids.map((id) => [id, 'done']),
      [expect.any(String), 'NOT_FOUND'],
    ]);
    expect((await get(ada, ids[1] ?? '')).archivedAt).toEqual(expect.any(String));
  });

  test('that are shared with fewer lose whoever may no longer be there', async () => {
    const ada = await signUp('Ada');
    const { id } = await makeVideo(ada);
    const viewer = await enter(id, { role: 'control' });
    await bulk(ada, [id], { kind: 'share', visibility: 'private' });
    expect((await viewer.untilClosed()).code).toBe(CLOSE_CODE.REVOKED);
  });

  test('are moved to channels of their own organization only', async () => {
    const ada = await signUp('Ada');
    const { id } = await makeVideo(ada);
    expect(await bulk(ada, [id], { kind: 'move', channelId: uuidv7() })).toEqual([[id, 'INVALID']]);
    expect(await bulk(ada, [id], { kind: 'move', channelId: null })).toEqual([[id, 'done']]);
  });

  test('are at most a hundred', async () => {
    const ada = await signUp('Ada');
    const ids = Array.from({ length: 101 }, () => uuidv7());
    const answer = await ada.post('/api/videos/bulk', { ids, change: { kind: 'delete' } });
    expect(answer.status).toBe(400);
  });
});

describe('a video’s place', () => {
  test('is any organization one is a member of, and moving it ends what its members had', async () => {
    const ada = await signUp('Ada');
    const team = await foundTeam(ada);
    const made = await ada.post('/api/videos', { title: 'There', organizationId: team.id });
    expect((await made.json<Video>()).organizationId).toBe(team.id);
    const video = await makeVideo(ada);
    const moved = await ada.put(`/api/videos/${video.id}/organization`, { organizationId: team.id });
    expect(await moved.json()).toMatchObject({ id: video.id, organizationId: team.id, channelId: null });
  });

  test('is no organization of others', async () => {
    const [ada, eve] = [await signUp('Ada'), await signUp('Eve')];
    const { id, organizationId } = await makeVideo(eve);
    const draft = await ada.post('/api/videos', { title: 'No', organizationId });
    expect(await draft.json()).toMatchObject({ code: 'INVALID', errors: [{ pointer: '/organizationId' }] });
    const own = await makeVideo(ada);
    const moved = await ada.put(`/api/videos/${own.id}/organization`, { organizationId });
    expect(await moved.json()).toMatchObject({ code: 'INVALID', errors: [{ pointer: '/organizationId' }] });
    expect(
      (await ada.put(`/api/videos/${id}/organization`, { organizationId: own.organizationId })).status,
    ).toBe(403);
  });

  test('with versions stays where they are', async () => {
    const ada = await signUp('Ada');
    const team = await foundTeam(ada);
    const { id } = await makeVideo(ada);
    await ada.post(`/api/videos/${id}/versions`);
    expect((await ada.put(`/api/videos/${id}/organization`, { organizationId: team.id })).status).toBe(400);
  });

  test('among the featured is given by those who run the product only', async () => {
    const ada = await signUp('Ada');
    const { id } = await makeVideo(ada);
    expect((await ada.put(`/api/videos/${id}/featured`, { isFeatured: true })).status).toBe(403);
  });
});

test('metadata is kept as it is, and bounded', async () => {
  const ada = await signUp('Ada');
  const { id } = await makeVideo(ada);
  const metadata = { camera: 'A', take: 3, lens: { mm: 35 } };
  expect(await (await ada.patch(`/api/videos/${id}`, { metadata })).json()).toMatchObject({ metadata });
  expect((await ada.patch(`/api/videos/${id}`, { metadata: { x: 'x'.repeat(9000) } })).status).toBe(400);
  expect((await ada.patch(`/api/videos/${id}`, { metadata: { x: '\u0000' } })).status).toBe(400);
});
