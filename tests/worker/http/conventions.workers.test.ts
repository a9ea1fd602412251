import { beforeAll, describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { keyOf } from '#tests/support/workers/api/actors.ts';
import { signUp, Visitor, type Asked } from '#tests/support/workers/visitor.ts';

const nobody = new Visitor();
let ada: Awaited<ReturnType<typeof signUp>>;
beforeAll(async () => {
  ada = await signUp('Ada');
});

async function expectProblem(answer: Response, status: number, code: string): Promise<void> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ status, code, instance: answer.headers.get('x-request-id') });
  expect(answer.status).toBe(status);
}

describe('what is asked in a way we do not answer is a problem', () => {
  test('another method: 405 with Allow; OPTIONS is told, HEAD is a GET without its body', async () => {
    const answer = await nobody.delete('/api/videos');
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
    await expectProblem(answer, 405, 'INVALID');
    const options = await nobody.ask('OPTIONS', '/api/videos');
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
    expect((await nobody.ask('OPTIONS', '/api/nothing')).status).toBe(404);
    const head = await nobody.ask('HEAD', '/api/videos');
    expect([head.status, await head.text(), head.headers.get('content-type')]).toEqual([
      200,
      '',
      'application/json',
    ]);
    expect(head.headers.get('etag')).toMatch(/^"/);
  });

  test.each(['/api/videos/', '//api/videos', '/api//videos', '/api', '/api/', '/api/%', '/API/videos'])(
    'another spelling of an address: GET %s',
    async (path) => expectProblem(await nobody.ask('GET', `http://127.0.0.1:8080${path}`), 404, 'NOT_FOUND'),
  );

  test.each([
    ['/api/videos/%E0%A4%A', 404],
    ['/api/videos/%00', 404],
    ['/api/videos/%2e%2e%2f', 404],
    ['/api/videos?cursor=%E0%A4%A', 400],
    ['/api/videos?limit=%', 400],
    ['/api/videos?limit=1&limit=x', 400],
  ])('bad percent-encoding: GET %s', async (path, status) => {
    const answer = await nobody.get(path);
    expect([400, 404]).toContain(answer.status);
    await expectProblem(answer, answer.status, answer.status === 404 ? 'NOT_FOUND' : 'INVALID');
    expect([status, 400, 404]).toContain(answer.status);
  });

  test.each<[string, Asked]>([
    ['no type', { body: new Uint8Array([123, 125]) }],
    ['text', { body: '{}', headers: { 'content-type': 'text/plain' } }],
    ['a form', { body: 'title=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    [
      'a multipart form without a boundary',
      { body: 'x', headers: { 'content-type': 'multipart/form-data' } },
    ],
    ['a type that is none', { body: '{}', headers: { 'content-type': ';;;' } }],
  ])('a body of another kind: %s', async (_, asked) => {
    await expectProblem(await ada.ask('POST', '/api/videos', asked), 415, 'UNSUPPORTED_MEDIA');
  });

  test.each(['{', '', '"', '[]', 'null', '\uFEFF', '{"title":"\\ud800"}'])(
    'a body that is no JSON of ours: %j',
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      await expectProblem(await ada.ask('POST', '/api/videos', { body, headers }), 400, 'INVALID');
    },
  );

  test('an address too long to be ours: 414', async () => {
    await expectProblem(await nobody.get(`/api/videos?q=${'x'.repeat(9000)}`), 414, 'INVALID');
  });

  test('headers beyond all measure are looked at like any others', async () => {
    const big = 'x'.repeat(50_000);
    for (const name of ['if-none-match', 'accept', 'x-request-id', 'range', 'user-agent'])
      expect((await nobody.get('/api/videos', { [name]: big })).status).toBe(200);
    await expectProblem(
      await nobody.get('/api/videos', { authorization: `Bearer ${big}` }),
      401,
      'UNAUTHENTICATED',
    );
    expect((await nobody.get('/api/videos', { cookie: `lockstep.session_token=${big}` })).status).toBe(200);
    const many = await ada.ask('POST', '/api/videos', {
      json: { title: 'x' },
      headers: { 'idempotency-key': big },
    });
    await expectProblem(many, 400, 'INVALID');
  });
});

describe('a request’s id', () => {
  test('is the caller’s if it is plain and short, and stands in what went wrong', async () => {
    const answer = await nobody.get('/api/nothing', { 'x-request-id': 'Build_42-a=' });
    expect(answer.headers.get('x-request-id')).toBe('Build_42-a=');
    await expectProblem(answer, 404, 'NOT_FOUND');
  });

  test.each(['', 'a b', '<script>', 'x'.repeat(65), 'a,b'])('is ours where theirs is %j', async (id) => {
    const answer = await nobody.get('/api/me', { 'x-request-id': id });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('limits', () => {
  const rates = ({ headers }: Response) => [headers.get('ratelimit-policy'), headers.get('ratelimit')];

  test('are told with every answer of the API, failures too', async () => {
    const eve = await signUp('Eve');
    const reads = ['"reads";q=1200;w=60', expect.stringMatching(/^"reads";r=119\d;t=[1-9]$/)];
    for (const path of ['/api/me', '/api/videos', '/api/nothing'])
      expect(rates(await eve.get(path))).toEqual(reads);
    expect(rates(await eve.post('/api/videos', {}))).toEqual([
      '"writes";q=300;w=60',
      expect.stringMatching(/^"writes";r=29\d;t=[1-9]$/),
    ]);
    const video = await makeVideo(eve);
    const comment = await eve.post(`/api/videos/${video.id}/comments`, { content: 'Words' });
    expect(rates(comment)).toEqual([
      '"writes";q=300;w=60, "comments";q=60;w=60',
      expect.stringMatching(/^"writes";r=29\d;t=[1-9], "comments";r=59;t=1$/),
    ]);
  });

  test('are an API key’s own, apart from its maker’s', async () => {
    const eve = await signUp('Eve');
    const [one, other] = [await keyOf(eve), await keyOf(eve)];
    await one.get('/api/me');
    expect(rates(await one.get('/api/me'))[1]).toMatch(/^"key-reads";r=598;/);
    expect(rates(await other.get('/api/me'))[1]).toMatch(/^"key-reads";r=599;/);
  });

  test('refuse with 429 and the wait, by address; on one’s own machine nobody is refused', async () => {
    const from = { 'cf-connecting-ip': '192.0.2.42' };
    const write = () => nobody.ask('PATCH', '/api/me', { json: {}, headers: from });
    const { refused, allowed } = await askUntilRefused(write);
    expect(allowed).toBeGreaterThanOrEqual(300);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit')).toMatch(/^"writes";r=0;t=60$/);
    await expectProblem(refused, 429, 'RATE_LIMITED');
    for (let n = 0; n < allowed + 10; n += 1)
      expect((await nobody.ask('PATCH', '/api/me', { json: {} })).status).toBe(401);
  });

  test('stop whoever tries keys, before the database is asked', async () => {
    const from = { 'cf-connecting-ip': '192.0.2.43', authorization: 'Bearer nothing' };
    const { allowed } = await askUntilRefused(() => nobody.get('/api/me', from));
    expect(allowed).toBeGreaterThanOrEqual(60);
  });
});

/** On a slow machine some of the allowance has come back by then: how many may ask depends on how quickly they do. */
async function askUntilRefused(
  ask: () => Promise<Response>,
): Promise<{ refused: Response; allowed: number }> {
  for (let allowed = 0; allowed < 2000; allowed += 1) {
    const answer = await ask();
    if (answer.status === 429) return { refused: answer, allowed };
    expect(answer.status).toBe(401);
  }
  throw new Error('Nobody was refused.');
}
