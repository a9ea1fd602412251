import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { concat } from '#tests/support/mp4/boxes.ts';
import { film, pictureTrack, soundTrack } from '#tests/support/mp4/films.ts';
import { hevcEntry } from '#tests/support/mp4/sample-entries.ts';
import { writeMp4 } from '#tests/support/mp4/write-mp4.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { Uploader, uploadWhole, videoAt } from './uploader.ts';

const MIB = 2 ** 20;
const small = writeMp4(film());

/** A film whose bytes fill two parts and a half. */
function largeFilm(): Uint8Array<ArrayBuffer> {
  const track = pictureTrack({ seconds: 8 });
  const samples = track.samples.map((sample) => ({ ...sample, sizeBytes: Math.floor((40 * MIB) / 200) }));
  return writeMp4(film({ tracks: [{ ...track, samples }, soundTrack({ seconds: 8 })] }));
}

const codeOf = async (answer: Response): Promise<string> => (await answer.json<{ code: string }>()).code;
const detailOf = async (answer: Response): Promise<string> =>
  (await answer.json<{ detail: string }>()).detail;

describe('the protocol', () => {
  test('U1 OPTIONS tells what the server can do', async () => {
    const answer = await new Visitor().ask('OPTIONS', '/api/uploads');
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'tus-version': '1.0.0',
      'tus-resumable': '1.0.0',
      'tus-extension': 'creation,expiration,termination',
      'tus-max-size': String(20 * 1024 ** 3),
    });
  });

  test('U1 another version, or none, is 412 and told which one is spoken', async () => {
    const ada = await signUp();
    const versions: Record<string, string>[] = [{}, { 'tus-resumable': '0.2.2' }];
    for (const headers of versions) {
      const answer = await ada.ask('POST', '/api/uploads', {
        headers: { ...headers, 'upload-length': '10' },
      });
      expect(answer.status).toBe(412);
      expect(answer.headers.get('tus-version')).toBe('1.0.0');
      expect(answer.headers.get('tus-resumable')).toBe('1.0.0');
    }
  });

  test('U1 creation answers where to send and until when', async () => {
    const uploader = new Uploader(await signUp());
    const answer = await uploader.create(small.length);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toMatch(/^\/api\/uploads\/[0-9a-f-]{36}$/);
    const days = (Date.parse(answer.headers.get('upload-expires') ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(5);
    expect(days).toBeLessThan(7);
    const head = await uploader.head();
    expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
      200,
      '0',
      String(small.length),
    ]);
    expect(head.headers.get('cache-control')).toBe('no-store');
  });
});

describe('before bytes go', () => {
  test('U2 an empty file is refused in words', async () => {
    const answer = await new Uploader(await signUp()).create(0);
    expect([answer.status, await detailOf(answer)]).toEqual([400, expect.stringContaining('empty')]);
  });

  test('U2 a file over the limit is refused in words', async () => {
    const answer = await new Uploader(await signUp()).create(20 * 1024 ** 3 + 1);
    expect([answer.status, await detailOf(answer)]).toEqual([413, expect.stringContaining('20 GiB')]);
  });

  test.each([
    ['no length', {}],
    ['a deferred length', { 'upload-defer-length': '1' }],
    ['a negative length', { 'upload-length': '-5' }],
    ['a length beyond numbers', { 'upload-length': '9'.repeat(30) }],
    ['metadata that is no base64', { 'upload-length': '10', 'upload-metadata': 'filename ***' }],
    ['metadata that is no UTF-8', { 'upload-length': '10', 'upload-metadata': 'filename /////w==' }],
    ['endless metadata', { 'upload-length': '10', 'upload-metadata': `filename ${'A'.repeat(9000)}` }],
    ['a videoId that is none', { 'upload-length': '10', 'upload-metadata': `videoId ${btoa('me')}` }],
  ])('U2 %s is INVALID', async (_, headers) => {
    const answer = await new Uploader(await signUp()).createWith(headers);
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'INVALID']);
  });

  test('U2 a declared image is refused, a name has no say', async () => {
    const ada = await signUp();
    const image = await new Uploader(ada).create(10, { filename: 'a.mp4', filetype: 'image/png' });
    expect([image.status, await codeOf(image)]).toEqual([415, 'UNSUPPORTED_MEDIA']);
    const named = await new Uploader(ada).create(10, { filename: 'a.png', filetype: 'video/mp4' });
    expect(named.status).toBe(201);
  });

  test('U2 the title comes from the metadata, else from the file name, else from nowhere', async () => {
    const ada = await signUp();
    const titles: [Record<string, string>, string][] = [
      [{ title: '  Häschen\u0000 im Wald ', filename: 'x.mp4' }, 'Häschen im Wald'],
      [{ filename: 'My holiday.mov' }, 'My holiday'],
      [{ title: 'x'.repeat(400) }, 'x'.repeat(255)],
      [{}, 'Untitled'],
    ];
    for (const [metadata, title] of titles) {
      expect((await uploadWhole(ada, small, metadata)).title).toBe(title);
    }
  });

  test('U8 guests and strangers may not upload', async () => {
    for (const visitor of [new Visitor(), await comeInAs()]) {
      const answer = await new Uploader(visitor).create(10);
      expect([answer.status, await codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });
});

describe('bytes', () => {
  test('U3 pieces of any size add up, also none at all', async () => {
    const uploader = new Uploader(await signUp());
    await uploader.create(small.length);
    let offset = 0;
    for (const length of [1, 0, 7000, 5, small.length]) {
      const piece = small.slice(offset, Math.min(offset + length, small.length));
      const answer = await uploader.patch(offset, piece);
      expect(answer.status).toBe(204);
      offset += piece.length;
      expect(answer.headers.get('upload-offset')).toBe(String(offset));
      expect(answer.headers.has('video-location')).toBe(offset === small.length);
      expect(await uploader.offset()).toBe(offset);
    }
  });

  test(
    'U3 parts of 16 MiB and a tail carry a large file over pieces that fit neither',
    { timeout: 60_000 },
    async () => {
      const file = largeFilm();
      const ada = await signUp();
      const uploader = new Uploader(ada);
      await uploader.create(file.length);
      const cuts = [0, 10 * MIB, 10 * MIB + 1, 33 * MIB, file.length];
      let answer = new Response();
      for (const [index, from] of cuts.slice(0, -1).entries()) {
        answer = await uploader.patch(from, file.slice(from, cuts[index + 1]));
        expect(answer.status).toBe(204);
      }
      const video = await videoAt(ada, answer);
      expect(video.processingStatus).toBe('complete');
      const stored = await env.MEDIA.get(`videos/${video.shortId}/source`);
      expect(await digest(await stored?.arrayBuffer())).toBe(await digest(file.buffer));
      expect((await env.MEDIA.list({ prefix: `uploads/${uploader.id}/` })).objects).toEqual([]);
    },
  );

  test('U4 another offset is 409, another type 415, too many bytes 413; nothing changes', async () => {
    const uploader = new Uploader(await signUp());
    await uploader.create(small.length);
    await uploader.patch(0, small.slice(0, 100));
    const wrong: [Promise<Response>, number, string][] = [
      [uploader.patch(0, small.slice(0, 100)), 409, 'CONFLICT'],
      [uploader.patch(200, small.slice(200)), 409, 'CONFLICT'],
      [uploader.patch(100, small.slice(100), { 'content-type': 'video/mp4' }), 415, 'UNSUPPORTED_MEDIA'],
      [uploader.patch(100, new Uint8Array(small.length)), 413, 'TOO_LARGE'],
      [uploader.patch(100, small.slice(100), { 'upload-offset': 'many' }), 400, 'INVALID'],
    ];
    for (const [asked, status, code] of wrong) {
      const answer = await asked;
      expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
      expect(answer.headers.get('tus-resumable')).toBe('1.0.0');
    }
    expect(await uploader.offset()).toBe(100);
  });

  test('U4 a body of unknown length is cut at the announced one', async () => {
    const ada = await signUp();
    const uploader = new Uploader(ada);
    await uploader.create(small.length);
    const answer = await uploader.patch(0, streamed(small, new Uint8Array(5000)));
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'TOO_LARGE']);
    expect((await videoAt(ada, await uploader.head())).processingStatus).toBe('complete');
  });

  test('U5 two writers at once do not mix', { timeout: 60_000 }, async () => {
    const file = largeFilm();
    const ada = await signUp();
    const uploader = new Uploader(ada);
    await uploader.create(file.length);
    const answers = await Promise.all([uploader.patch(0, file), uploader.patch(0, file)]);
    const codes = answers.map((answer) => answer.status).sort((a, b) => a - b);
    expect(codes).toEqual([204, 409]);
    const video = await videoAt(ada, await uploader.head());
    const stored = await env.MEDIA.get(`videos/${video.shortId}/source`);
    expect(await digest(await stored?.arrayBuffer())).toBe(await digest(file.buffer));
  });
});

describe('what a file becomes', () => {
  test('U6 the last byte makes a video that plays', async () => {
    const ada = await signUp();
    const video = await uploadWhole(ada, small, { title: 'Bunny' });
    expect(video).toMatchObject({
      title: 'Bunny',
      author: { id: ada.id },
      processingStatus: 'complete',
      processingProgress: 100,
      processingError: null,
      durationSeconds: 20,
      width: 1280,
      height: 720,
      frameRate: { num: 25, den: 1 },
      role: 'manage',
      hlsUrl: expect.stringMatching(/^\/media\/.+\/master\.m3u8$/),
      publishedAt: null,
    });
  });

  test('U6 a file sent for a video that waits becomes that video', async () => {
    const ada = await signUp();
    const { id } = await (await ada.post('/api/videos', { title: 'Waiting' })).json<{ id: string }>();
    const video = await uploadWhole(ada, small, { videoId: id });
    expect(video).toMatchObject({ id, title: 'Waiting', processingStatus: 'complete' });
    const again = await new Uploader(ada).create(10, { videoId: id });
    expect([again.status, await codeOf(again)]).toEqual([409, 'CONFLICT']);
    const stranger = await new Uploader(await signUp()).create(10, { videoId: id });
    expect([stranger.status, await codeOf(stranger)]).toEqual([404, 'NOT_FOUND']);
  });

  test('U6 asking again about a finished upload changes nothing', async () => {
    const ada = await signUp();
    const uploader = new Uploader(ada);
    await uploader.create(small.length);
    const first = await videoAt(ada, await uploader.patch(0, small));
    expect(await videoAt(ada, await uploader.patch(small.length, new Uint8Array()))).toEqual(first);
    expect(await videoAt(ada, await uploader.head())).toEqual(first);
  });

  const refused: [string, Uint8Array<ArrayBuffer>, string][] = [
    ['text', concat('This is no film, it only says so. '.repeat(20)), 'not a video'],
    ['a film cut short', small.slice(0, small.length - 3000), 'cut short'],
    ['a film that lost its index', writeMp4(film({ moov: 'last' })).slice(0, 9000), 'cut short'],
    ['HEVC', writeMp4(film({ tracks: [pictureTrack({ entry: hevcEntry() })] })), 'HEVC'],
    ['one byte', new Uint8Array([7]), 'not a video'],
  ];
  test.each(refused)('U7 %s ends as an error with the reason, and is kept', async (_, file, words) => {
    const ada = await signUp();
    const video = await uploadWhole(ada, file, { filename: 'film.mp4', filetype: 'video/mp4' });
    expect(video).toMatchObject({
      processingStatus: 'error',
      processingError: expect.stringContaining(words),
      hlsUrl: null,
    });
    expect((await env.MEDIA.head(`videos/${video.shortId}/source`))?.size).toBe(file.length);
  });

  test('U7 after an error another file may be sent for the same video', async () => {
    const ada = await signUp();
    const failed = await uploadWhole(ada, small.slice(0, small.length - 3000));
    const video = await uploadWhole(ada, small, { videoId: failed.id });
    expect(video).toMatchObject({ id: failed.id, processingStatus: 'complete', processingError: null });
  });
});

describe('whose it is, and how it ends', () => {
  test('U8 to others it does not exist', async () => {
    const uploader = new Uploader(await signUp());
    await uploader.create(small.length);
    const eve = await signUp('Eve');
    expect((await uploader.head(eve)).status).toBe(404);
    expect((await uploader.remove(eve)).status).toBe(404);
    const stolen = Object.assign(new Uploader(eve), { location: uploader.location });
    expect((await stolen.patch(0, small)).status).toBe(404);
    for (const id of ['nonsense', crypto.randomUUID()]) {
      stolen.location = `/api/uploads/${id}`;
      expect((await stolen.head()).status).toBe(404);
    }
    expect(await uploader.offset()).toBe(0);
  });

  test('U9 ended by its owner, it is gone with its tail and its video', async () => {
    const ada = await signUp();
    const uploader = new Uploader(ada);
    await uploader.create(small.length);
    await uploader.patch(0, small.slice(0, 500));
    expect((await env.MEDIA.list({ prefix: `uploads/${uploader.id}/` })).objects.length).toBe(1);
    expect((await uploader.remove()).status).toBe(204);
    expect((await uploader.head()).status).toBe(404);
    expect((await env.MEDIA.list({ prefix: `uploads/${uploader.id}/` })).objects).toEqual([]);
    const { items } = await (await ada.get('/api/videos?author=me')).json<{ items: { id: string }[] }>();
    expect(items).toEqual([]);
  });

  test('U9 a finished one is not ended but its video is deleted', async () => {
    const uploader = new Uploader(await signUp());
    await uploader.create(small.length);
    await uploader.patch(0, small);
    const answer = await uploader.remove();
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'CONFLICT']);
  });
});

const digest = async (bytes: ArrayBuffer | undefined): Promise<string> =>
  bytes ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join() : 'nothing';

/** A body of unannounced length. */
function streamed(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}
