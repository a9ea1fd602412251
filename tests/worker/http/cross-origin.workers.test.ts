import { beforeAll, describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { keyOf } from '#tests/support/workers/api/actors.ts';
import { signUp, Visitor } from '#tests/support/workers/visitor.ts';

const FOREIGN = { origin: 'https://elsewhere.example' };
let ada: Awaited<ReturnType<typeof signUp>>;
beforeAll(async () => {
  ada = await signUp('Ada');
});

/** What a browser looks at. */
const grantsOf = ({ headers }: Response) => ({
  origin: headers.get('access-control-allow-origin'),
  credentials: headers.get('access-control-allow-credentials'),
});
const OPEN = { origin: '*', credentials: null };
const CLOSED = { origin: null, credentials: null };

describe('pages of other origins', () => {
  test('may read, also what went wrong, and see the headers that matter', async () => {
    const video = await makeVideo(ada);
    for (const [path, status] of [
      ['/api/videos', 200],
      [`/api/videos/${video.id}`, 200],
      ['/api/videos/none', 404],
      ['/openapi.json', 200],
    ] as const) {
      const answer = await new Visitor().get(path, FOREIGN);
      expect([answer.status, grantsOf(answer)]).toEqual([status, OPEN]);
      const exposed = answer.headers.get('access-control-expose-headers')?.split(', ');
      expect(exposed).toEqual(
        expect.arrayContaining(['Link', 'ETag', 'RateLimit', 'RateLimit-Policy', 'Retry-After']),
      );
      expect(exposed).toEqual(
        expect.arrayContaining(['Location', 'X-Request-Id', 'Idempotency-Replayed', 'Upload-Offset']),
      );
    }
  });

  test('are told beforehand what they may send', async () => {
    const asked = {
      ...FOREIGN,
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'authorization',
    };
    for (const path of ['/api/videos', '/api/uploads', '/api/nothing']) {
      const answer = await new Visitor().ask('OPTIONS', path, { headers: asked });
      expect([answer.status, grantsOf(answer)]).toEqual([204, OPEN]);
      const allowed = answer.headers.get('access-control-allow-headers')?.toLowerCase().split(',');
      expect(allowed).toEqual(
        expect.arrayContaining([
          'authorization',
          'content-type',
          'idempotency-key',
          'if-match',
          'upload-offset',
        ]),
      );
      expect(answer.headers.get('access-control-allow-methods')).toBe('GET,HEAD,POST,PUT,PATCH,DELETE');
    }
  });

  test('write by API key only', async () => {
    const robot = await keyOf(ada, ['videos:write']);
    const made = await robot.ask('POST', '/api/videos', { json: { title: 'Bunny' }, headers: FOREIGN });
    expect([made.status, grantsOf(made)]).toEqual([201, OPEN]);
    const refused = await robot.ask('PATCH', '/api/me', { json: { name: 'x' }, headers: FOREIGN });
    expect([refused.status, grantsOf(refused)]).toEqual([403, OPEN]);
  });

  test('never act by a visitor’s cookies, and read nothing by them', async () => {
    const video = await makeVideo(ada);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await ada.ask(method, `/api/videos/${video.id}`, {
        json: { title: 'x' },
        headers: FOREIGN,
      });
      expect([answer.status, grantsOf(answer)]).toEqual([403, CLOSED]);
    }
    // `*` without credentials: a browser hands no answer to a page that sent cookies.
    expect(grantsOf(await ada.get('/api/me', FOREIGN))).toEqual(OPEN);
    const fromNowhere = await ada.ask('PATCH', '/api/me', {
      json: { name: 'x' },
      headers: { origin: 'null' },
    });
    expect(fromNowhere.status).toBe(403);
  });
});
