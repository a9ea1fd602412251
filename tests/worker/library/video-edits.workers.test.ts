import { expect, test } from 'vitest';
import { editAsMedia, makeVideo } from '#tests/support/workers/library.ts';
import { foundTeam } from '#tests/support/workers/team.ts';
import { signUp, type Visitor } from '#tests/support/workers/visitor.ts';

interface Edit {
  part: string;
  at: string;
  by: { id: string; name: string };
}
const editsOf = async (visitor: Visitor, videoId: string): Promise<Edit[]> => {
  const answer = await visitor.get(`/api/videos/${videoId}/edits`);
  expect(answer.status).toBe(200);
  return (await answer.json<{ items: Edit[] }>()).items;
};
const whose = (edits: Edit[]) => edits.map(({ part, by }) => [part, by.name]);

/** A team's video of Ann's, and an administrator who may change it. */
async function sharedVideo() {
  const [ann, bob] = [await signUp('Ann'), await signUp('Bob')];
  const team = await foundTeam(bob, [[ann, 'ADMIN']]);
  const video = await makeVideo(ann, { visibility: 'organization' });
  await ann.put(`/api/videos/${video.id}/organization`, { organizationId: team.id });
  return { ann, bob, team, path: `/api/videos/${video.id}`, id: video.id };
}

test('who changed the words and the chapters last is told to who may change them', async () => {
  const { ann, bob, id, path } = await sharedVideo();
  await bob.patch(path, { title: 'Of Bob' });
  await ann.put(`${path}/chapters`, { chapters: [{ title: 'Opening', startSeconds: 0 }] });
  const edits = await editsOf(ann, id);
  expect(whose(edits)).toEqual([
    ['details', 'Bob'],
    ['chapters', 'Ann'],
  ]);
  const { updatedAt } = await (await ann.get(path)).json<{ updatedAt: string }>();
  expect(edits[0]).toEqual({ part: 'details', at: updatedAt, by: { id: bob.id, name: 'Bob' } });

  await bob.put(`${path}/chapters`, { chapters: [] });
  expect(whose(await editsOf(ann, id))[1]).toEqual(['chapters', 'Bob']);
});

test('what services and counters do is nobody’s edit', async () => {
  const { ann, bob, id, path } = await sharedVideo();
  await bob.patch(path, { title: 'Of Bob' });
  const before = await editsOf(ann, id);
  await editAsMedia(id, { processingProgress: 50 });
  expect(await editsOf(ann, id)).toEqual(before);
});

test('whoever may only watch is not told, nor is an author who has left told of the others', async () => {
  const { ann, bob, team, id, path } = await sharedVideo();
  const carl = await signUp('Carl');
  await bob.patch(path, { visibility: 'public' });
  expect((await carl.get(`${path}/edits`)).status).toBe(403);
  await bob.delete(`/api/organizations/${team.id}/members/${ann.id}`);
  expect(await editsOf(ann, id)).toEqual([]);
  await ann.patch(path, { title: 'Of Ann' });
  expect(whose(await editsOf(ann, id))).toEqual([['details', 'Ann']]);
});
