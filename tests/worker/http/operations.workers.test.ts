import { expect, test } from 'vitest';
import { Visitor } from '#tests/support/workers/visitor.ts';

const nobody = new Visitor();

test('/healthz answers', async () => {
  expect(await (await nobody.get('/healthz')).json()).toEqual({ status: 'ok' });
});

test('/readyz asks Postgres, R2 and a room', async () => {
  const answer = await nobody.get('/readyz');
  const check = { isReady: true, durationMs: expect.any(Number) };
  expect(await answer.json()).toEqual({
    status: 'ok',
    checks: { postgres: check, media: check, room: check },
  });
  expect(answer.status).toBe(200);
});

test('/version says what runs', async () => {
  expect(await (await nobody.get('/version')).json()).toEqual({
    name: 'lockstep',
    version: expect.any(String),
  });
});

test('what is not there is a problem, with the request’s id', async () => {
  const answer = await nobody.get('/api/nothing');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toEqual({
    type: 'urn:lockstep:problem:not-found',
    title: 'Not found',
    status: 404,
    detail: expect.any(String),
    instance: answer.headers.get('x-request-id'),
    code: 'NOT_FOUND',
    errors: [],
  });
});

test('answers cannot be framed, sniffed or run', async () => {
  const { headers } = await nobody.get('/api/me');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-frame-options')).toBe('DENY');
});

test('a body over 1 MiB is TOO_LARGE', async () => {
  const answer = await nobody.post('/api/guests', { name: 'x'.repeat(1024 * 1024) });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'TOO_LARGE' });
});

test('the description is OpenAPI 3.1, every operation named, tagged and summarised', async () => {
  const description = await (
    await nobody.get('/openapi.json')
  ).json<{
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; summary: string; tags: string[] }>>;
  }>();
  expect(description.openapi).toBe('3.1.0');
  const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
  expect(operations.length).toBeGreaterThan(25);
  for (const operation of operations)
    expect(operation).toMatchObject({ operationId: expect.any(String), summary: expect.any(String) });
  const ids = operations.map((operation) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});
