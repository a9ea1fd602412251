import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { foundTeam, makeTeamVideo, type Team } from '#tests/support/workers/team.ts';
import { comeInAs } from '#tests/support/workers/visitor.ts';
import { teamCast, walkThree } from './team-cast.ts';

interface Series {
  id: string;
  name: string;
  videoCount: number;
}

const cast = teamCast();

const seriesOf = ({ slug }: Team) => `/api/organizations/${slug}/series`;
const begin = async (name = 'Season 1', of = cast.team): Promise<Series> => {
  const answer = await cast.ada.post(seriesOf(of), { name });
  expect(answer.status).toBe(201);
  return answer.json();
};
const at = ({ id }: Series) => `/api/series/${id}`;
const order = (series: Series, videoIds: string[], headers = {}, by = cast.ada) =>
  by.put(`${at(series)}/videos`, { videoIds }, headers);
const videosOf = async (series: Series, by = cast.ada): Promise<string[]> => {
  const answer = await by.get(`/api/videos?series=${series.id}`);
  return (await answer.json<{ items: { id: string }[] }>()).items.map(({ id }) => id);
};
/** Playable or not: administrators see them listed. */
const makeVideos = async (n: number): Promise<string[]> => {
  const ids = [];
  for (let i = 0; i < n; i += 1) ids.push((await makeTeamVideo(cast.ada, cast.team)).id);
  return ids;
};

describe('a series', () => {
  test('is begun once by its id, and seen by members of its organization', async () => {
    const draft = { id: uuidv7(), name: ' Season 1 ', description: 'The first' };
    const first = await cast.ada.post(seriesOf(cast.team), draft);
    const second = await cast.ada.post(seriesOf(cast.team), draft);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(first.headers.get('location')).toBe(`/api/series/${draft.id}`);
    const series = {
      id: draft.id,
      organizationId: cast.team.id,
      name: 'Season 1',
      description: 'The first',
      videoCount: 0,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    };
    expect(await second.json()).toEqual(series);
    expect(await (await cast.bob.get(`/api/series/${draft.id}`)).json()).toEqual(series);
    expect((await cast.eve.post(seriesOf(await foundTeam(cast.eve)), draft)).status).toBe(409);
  });

  test('is changed and deleted by administrators, of the version they saw', async () => {
    const series = await begin();
    for (const asked of [
      cast.bob.post(seriesOf(cast.team), { name: 'Mine' }),
      cast.bob.patch(at(series), { name: 'Mine' }),
      cast.bob.delete(at(series)),
      order(series, [], {}, cast.bob),
    ])
      expect((await asked).status).toBe(403);
    const seen = (await cast.ada.get(at(series))).headers.get('etag') ?? '';
    const changed = await cast.ada.patch(at(series), { name: 'Pilot' }, { 'if-match': seen });
    expect(await changed.json()).toMatchObject({ name: 'Pilot' });
    for (const asked of [
      cast.ada.patch(at(series), { name: 'Old' }, { 'if-match': seen }),
      cast.ada.delete(at(series), { 'if-match': seen }),
      order(series, [], { 'if-match': seen }),
    ])
      expect((await asked).status).toBe(412);
    expect((await cast.ada.patch(at(series), {})).status).toBe(200);
    expect((await cast.ada.delete(at(series))).status).toBe(204);
    expect((await cast.ada.get(at(series))).status).toBe(404);
  });

  test('is not there for whoever is in another organization', async () => {
    const series = await begin();
    for (const visitor of [cast.eve, await comeInAs('Grace')])
      for (const asked of [
        visitor.get(seriesOf(cast.team)),
        visitor.get(at(series)),
        visitor.patch(at(series), { name: 'Mine' }),
        visitor.delete(at(series)),
        visitor.put(`${at(series)}/videos`, { videoIds: [] }),
      ])
        expect((await asked).status).toBe(404);
    for (const id of ['x', uuidv7()]) expect((await cast.ada.get(`/api/series/${id}`)).status).toBe(404);
  });
});

test('series are walked from the newest, forward and back', async () => {
  const own = await foundTeam(cast.ada);
  for (const name of ['One', 'Two', 'Three']) await begin(name, own);
  expect(await walkThree(cast.ada, seriesOf(own), 'name')).toEqual([
    { items: ['Three', 'Two'], next: expect.any(String), prev: null },
    { items: ['One'], next: null, prev: expect.any(String) },
    { items: ['Three', 'Two'], next: expect.any(String), prev: null },
  ]);
});

describe('the videos of a series', () => {
  test('stand in the order given, all at once, and trade places', async () => {
    const [series, [a = '', b = '', c = '']] = [await begin(), await makeVideos(3)];
    const ordered = await order(series, [a, b, c]);
    expect(await ordered.json()).toMatchObject({ id: series.id, videoCount: 3 });
    expect(await videosOf(series)).toEqual([a, b, c]);
    expect(await videosOf(series, cast.bob)).toEqual([a, b, c]);
    const tag = ordered.headers.get('etag') ?? '';
    expect((await order(series, [c, a], { 'if-match': tag })).status).toBe(200);
    expect(await videosOf(series)).toEqual([c, a]);
    expect((await order(series, [b], { 'if-match': tag })).status).toBe(412);
    expect(await videosOf(series)).toEqual([c, a]);
  });

  test('come over from another series, and stay where the series goes', async () => {
    const [one, other] = [await begin(), await begin()];
    const [a = '', b = ''] = await makeVideos(2);
    await order(one, [a, b]);
    expect((await order(other, [b])).status).toBe(200);
    expect(await videosOf(one)).toEqual([a]);
    expect((await cast.ada.delete(at(other))).status).toBe(204);
    expect((await cast.ada.get(`/api/videos/${b}`)).status).toBe(200);
    expect((await order(one, [b, a])).status).toBe(200);
    expect(await videosOf(one)).toEqual([b, a]);
  });

  test('keep a place in the trash that is in nobody’s way', async () => {
    const [series, [a = '', b = '']] = [await begin(), await makeVideos(2)];
    await order(series, [a, b]);
    expect((await cast.ada.delete(`/api/videos/${a}`)).status).toBe(204);
    const ordered = await order(series, [b]);
    expect(await ordered.json()).toMatchObject({ videoCount: 1 });
    expect(await videosOf(series)).toEqual([b]);
  });

  test('are of its organization, each there and named once; else nothing changes', async () => {
    const [series, [a = '']] = [await begin(), await makeVideos(1)];
    await order(series, [a]);
    const hers = await (await cast.eve.post('/api/videos', { title: 'Hers' })).json<{ id: string }>();
    const own = await (
      await cast.ada.post('/api/videos', { title: 'Not the team’s' })
    ).json<{ id: string }>();
    const refused = await order(series, [a, hers.id, own.id, uuidv7()]);
    expect(refused.status).toBe(400);
    const { errors } = await refused.json<{ errors: { pointer: string }[] }>();
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/videoIds/1', '/videoIds/2', '/videoIds/3']);
    for (const wrong of [[a, a], ['x'], Array.from({ length: 501 }, () => uuidv7())])
      expect((await order(series, wrong)).status).toBe(400);
    expect(await videosOf(series)).toEqual([a]);
    expect((await order(series, [])).status).toBe(200);
    expect(await videosOf(series)).toEqual([]);
  });

  test('are put in order by one of two who do it at once, then by the other', async () => {
    const [series, ids] = [await begin(), await makeVideos(4)];
    const turned = ids.toReversed();
    const answers = await Promise.all([order(series, ids), order(series, turned)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect([ids, turned]).toContainEqual(await videosOf(series));
  });
});
