import { env } from 'cloudflare:workers';
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { film } from '#tests/support/mp4/films.ts';
import { writeMp4 } from '#tests/support/mp4/write-mp4.ts';
import { foundTeam } from '#tests/support/workers/team.ts';
import { ORIGIN, signUp, Visitor, type Asked } from '#tests/support/workers/visitor.ts';
import { app } from '#worker/app.ts';
import { Uploader, uploadWhole } from './uploader.ts';

const small = writeMp4(film());
type Somebody = Awaited<ReturnType<typeof signUp>>;

/** The same person where the operator gives every organization this much. */
class Limited extends Visitor {
  readonly limitBytes: number;
  constructor({ cookies }: Visitor, limitBytes: number) {
    super();
    this.limitBytes = limitBytes;
    for (const [name, value] of cookies) this.cookies.set(name, value);
  }

  override async ask(method: string, path: string, { json, body, headers }: Asked = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = new Headers({ origin: ORIGIN, cookie, ...headers });
    if (json !== undefined) sent.set('content-type', 'application/json');
    const context = createExecutionContext();
    const request = new Request(`${ORIGIN}${path}`, {
      method,
      headers: sent,
      body: json === undefined ? (body ?? null) : JSON.stringify(json),
    });
    const answer = await app.fetch(
      request,
      { ...env, STORAGE_LIMIT_BYTES: String(this.limitBytes) },
      context,
    );
    await waitOnExecutionContext(context);
    return answer;
  }
}

const personalOf = async (visitor: Visitor): Promise<string> => {
  const { items } = await (await visitor.get('/api/organizations')).json<{ items: { id: string }[] }>();
  return items[0]?.id ?? '';
};
const storageOf = async (visitor: Visitor, organizationId: string): Promise<unknown> =>
  (await visitor.get(`/api/organizations/${organizationId}/storage`)).json();
const refusalOf = async (answer: Response) => {
  const { code, type, detail } = await answer.json<Record<'code' | 'type' | 'detail', string>>();
  return { status: answer.status, code, type, detail };
};
const FULL = {
  status: 413,
  code: 'TOO_LARGE',
  type: 'urn:lockstep:problem:storage-full',
  detail:
    'With this there would be 1.5 MB of the 1.0 MB this organization may store. Delete what is not needed and empty the trash, then try again.',
};

describe('U10 what is stored', () => {
  test('U10 an upload counts whole from its beginning, its video once it is there, and in the trash', async () => {
    const ada = await signUp();
    const home = await personalOf(ada);
    const nothing = { videoBytes: 0, assetBytes: 0, trashBytes: 0, awaitedBytes: 0, limitBytes: null };
    const uploader = new Uploader(ada);
    await uploader.create(small.length);
    const size = small.length;
    expect(await storageOf(ada, home)).toEqual({ ...nothing, usedBytes: size, awaitedBytes: size });
    const sent = await uploader.patch(0, small);
    expect(await storageOf(ada, home)).toEqual({ ...nothing, usedBytes: size, videoBytes: size });
    await ada.delete(sent.headers.get('video-location') ?? '');
    expect(await storageOf(ada, home)).toEqual({ ...nothing, usedBytes: size, trashBytes: size });
  });

  test('U10 what was given up and what was refused take no place', async () => {
    const ada = await signUp();
    const home = await personalOf(ada);
    const uploader = new Uploader(new Limited(ada, 1_000_000));
    await uploader.create(900_000);
    expect(await storageOf(uploader.visitor, home)).toMatchObject({
      usedBytes: 900_000,
      limitBytes: 1_000_000,
    });
    await uploader.remove();
    expect((await uploader.create(1_500_000)).status).toBe(413);
    expect(await storageOf(ada, home)).toMatchObject({ usedBytes: 0 });
  });

  test('U10 only members are told', async () => {
    const [ada, eve] = [await signUp(), await signUp('Eve')];
    const answer = await eve.get(`/api/organizations/${await personalOf(ada)}/storage`);
    expect(answer.status).toBe(404);
  });
});

describe('U10 at the limit', () => {
  test('U10 a file that does not fit is refused before its first byte, in words and of a type of its own', async () => {
    const uploader = new Uploader(new Limited(await signUp(), 1_000_000));
    expect(await refusalOf(await uploader.create(1_500_000))).toEqual(FULL);
    expect((await uploader.create(1_000_000)).status).toBe(201);
  });

  test('U10 of two at once that do not fit together only one is taken', async () => {
    const ada = new Limited(await signUp(), 1_000_000);
    const answers = await Promise.all([1, 2, 3].map(() => new Uploader(ada).create(500_001)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 413, 413]);
  });

  test('U10 an asset is held to it, too', async () => {
    const ada = new Limited(await signUp(), 1_000_000);
    const make = (fileSizeBytes: number) =>
      ada.post('/api/assets', { name: 'Dot.png', mimeType: 'image/png', fileSizeBytes });
    expect(await refusalOf(await make(1_500_000))).toEqual(FULL);
    expect((await make(1_000_000)).status).toBe(201);
  });

  test('U10 a video moves only where it fits', async () => {
    const ada: Somebody = await signUp();
    const video = await uploadWhole(ada, small);
    const team = await foundTeam(ada);
    const move = (limitBytes: number) =>
      new Limited(ada, limitBytes).put(`/api/videos/${video.id}/organization`, { organizationId: team.id });
    expect((await move(small.length - 1)).status).toBe(413);
    expect((await move(small.length)).status).toBe(200);
    expect(await storageOf(ada, team.id)).toMatchObject({ videoBytes: small.length });
    expect(await storageOf(ada, await personalOf(ada))).toMatchObject({ usedBytes: 0 });
    // Where it is it stays, however much that is.
    expect((await move(1)).status).toBe(200);
  });
});
