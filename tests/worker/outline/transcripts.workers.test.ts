import { expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';

const at = (id: string, rest = ''): string => `/api/videos/${id}/transcripts${rest}`;
const cuesOf = (...texts: string[]) => ({
  cues: texts.map((text, index) => ({ startSeconds: index * 2, endSeconds: index * 2 + 1.5, text })),
});
const asText = (body: string, type: string) => ({ body, headers: { 'content-type': type } });
const VTT = 'WEBVTT\n\n1\n00:00:01.500 --> 00:00:04.000\nOnce upon a time\n';
const languagesOf = async (visitor: Visitor, id: string): Promise<[string, boolean][]> => {
  const { items } = await (
    await visitor.get(at(id))
  ).json<{ items: { language: string; isDefault: boolean }[] }>();
  return items.map(({ language, isDefault }) => [language, isDefault]);
};
const statusOf = async (answer: Promise<Response>): Promise<number> => (await answer).status;

test('a transcript is put as WebVTT, SubRip or JSON, and read as cues or as a track', async () => {
  const ada = await signUp();
  const { id } = await makeVideo(ada);
  const put = await ada.ask('PUT', at(id, '/en'), asText(VTT, 'text/vtt'));
  expect(put.status).toBe(200);
  const transcript = await put.json<object>();
  expect(transcript).toEqual({
    language: 'en',
    origin: 'upload',
    isDefault: true,
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
  const nobody = new Visitor();
  const shown = await nobody.get(at(id, '/EN'));
  expect(await shown.json()).toEqual({
    items: [{ position: 1, startSeconds: 1.5, endSeconds: 4, text: 'Once upon a time' }],
    next: null,
    prev: null,
    transcript,
  });
  const track = await nobody.get(at(id, '/en/track.vtt'));
  expect([track.headers.get('content-type'), await track.text()]).toEqual(['text/vtt; charset=utf-8', VTT]);
  const tag = track.headers.get('etag') ?? '';
  expect(await statusOf(nobody.get(at(id, '/en/track.vtt'), { 'if-none-match': tag }))).toBe(304);
  const srt = asText('1\n00:00:01,500 --> 00:00:04,000\nEs war einmal\n', 'application/x-subrip');
  expect(await statusOf(ada.ask('PUT', at(id, '/de'), srt))).toBe(200);
  expect(await statusOf(ada.put(at(id, '/pt-br'), cuesOf('Era uma vez')))).toBe(200);
  expect(await languagesOf(nobody, id)).toEqual([
    ['de', false],
    ['en', true],
    ['pt-BR', false],
  ]);
});

test('cues come a page at a time, both ways', async () => {
  const ada = await signUp();
  const { id } = await makeVideo(ada);
  await ada.put(at(id, '/en'), cuesOf('one', 'two', 'three'));
  interface Page {
    items: { text: string }[];
    next: string;
    prev: string | null;
  }
  const page = async (query: string): Promise<Page> =>
    (await ada.get(at(id, `/en?limit=2${query}`))).json<Page>();
  const first = await page('');
  const second = await page(`&cursor=${first.next}`);
  expect(second.items.map(({ text }) => text)).toEqual(['three']);
  expect((await page(`&cursor=${second.prev}`)).items).toEqual(first.items);
});

test('the default is chosen, and handed on when it goes', async () => {
  const ada = await signUp();
  const { id } = await makeVideo(ada);
  for (const language of ['en', 'de', 'fr']) await ada.put(at(id, `/${language}`), cuesOf('x'));
  expect(await statusOf(ada.patch(at(id, '/fr'), { isDefault: true }))).toBe(200);
  expect(await statusOf(ada.patch(at(id, '/it'), { isDefault: true }))).toBe(404);
  expect((await languagesOf(ada, id)).find(([, isDefault]) => isDefault)).toEqual(['fr', true]);
  expect(await statusOf(ada.delete(at(id, '/fr')))).toBe(204);
  expect(await statusOf(ada.delete(at(id, '/fr')))).toBe(404);
  expect(await languagesOf(ada, id)).toEqual([
    ['de', false],
    ['en', true],
  ]);
});

test('an old version is not put over a newer one', async () => {
  const ada = await signUp();
  const { id } = await makeVideo(ada);
  const first = (await ada.put(at(id, '/en'), cuesOf('one'))).headers.get('etag') ?? '';
  const second = await ada.put(at(id, '/en'), cuesOf('two'), { 'if-match': first });
  expect(second.status).toBe(200);
  expect(second.headers.get('etag')).not.toBe(first);
  for (const answer of [
    ada.put(at(id, '/en'), cuesOf('three'), { 'if-match': first }),
    ada.put(at(id, '/de'), cuesOf('three'), { 'if-match': first }),
    ada.delete(at(id, '/en'), { 'if-match': first }),
  ])
    expect(await statusOf(answer)).toBe(412);
});

test('who does not manage the video changes nothing, and what is no transcript is refused', async () => {
  const ada = await signUp();
  const { id } = await makeVideo(ada);
  for (const [visitor, status] of [
    [new Visitor(), 401],
    [await comeInAs(), 403],
    [await signUp(), 403],
  ] as const)
    expect(await statusOf(visitor.put(at(id, '/en'), cuesOf('x')))).toBe(status);
  const hidden = await makeVideo(ada, { visibility: 'private' });
  await ada.put(at(hidden.id, '/en'), cuesOf('x'));
  expect(await statusOf((await signUp()).get(at(hidden.id, '/en')))).toBe(404);
  expect(await statusOf(ada.get(at(id, '/en')))).toBe(404);
  expect(await statusOf(ada.get(at(id, '/12')))).toBe(404);
  expect(await statusOf(ada.put(at(id, '/12'), cuesOf('x')))).toBe(400);
  expect(await statusOf(ada.put(at(id, '/en'), { cues: [] }))).toBe(400);
  expect(await statusOf(ada.ask('PUT', at(id, '/en'), asText('WEBVTT', 'text/vtt')))).toBe(400);
  expect(await statusOf(ada.ask('PUT', at(id, '/en'), asText('x', 'text/plain')))).toBe(415);
  expect(await statusOf(ada.ask('PUT', at(id, '/en'), asText('x'.repeat(1_100_000), 'text/vtt')))).toBe(413);
});

test('what is said is found at its moment, and no longer when it is no more', async () => {
  const ada = await signUp();
  const { id } = await makeVideo(ada, { title: 'Spoken' });
  const word = `zk${crypto.randomUUID().replaceAll(/[^a-f]/g, '')}k`;
  await ada.put(at(id, '/en'), cuesOf('nothing', `here ${word} is said`, `and ${word} again in the meadow`));
  const find = async (q: string): Promise<unknown[]> => {
    const { items } = await (
      await ada.get(`/api/search?q=${encodeURIComponent(q)}`)
    ).json<{ items: { spoken: unknown }[] }>();
    return items.map(({ spoken }) => spoken);
  };
  expect(await find(word)).toEqual([
    {
      startSeconds: 2,
      endSeconds: 3.5,
      text: [
        { text: 'here ', isMatch: false },
        { text: word, isMatch: true },
        { text: ' is said', isMatch: false },
      ],
    },
  ]);
  expect(await find(`${word} meadow`)).toEqual([expect.objectContaining({ startSeconds: 4 })]);
  expect(await find(`spoken ${word}`)).toEqual([expect.objectContaining({ startSeconds: 2 })]);
  await ada.put(at(id, '/en'), cuesOf('other words'));
  expect(await find(word)).toEqual([]);
});
