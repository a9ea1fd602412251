import { beforeAll, describe, expect, test } from 'vitest';
import { app } from '#worker/app.ts';
import { furnish, type Furnished, type Owner } from '#tests/support/workers/furnish/all.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { expectAnnounced } from '#tests/support/workers/api/announced.ts';
import {
  expired,
  guest,
  keyOf,
  revokedKey,
  signedOutElsewhere,
  type KeyHolder,
} from '#tests/support/workers/api/actors.ts';
import { leaksIn, readAll, secretsIn, type Snapshot } from '#tests/support/workers/api/leaks.ts';
import { spoiledBodies } from '#tests/support/workers/api/malformed.ts';
import {
  bodySchemaOf,
  fill,
  getDescription,
  named,
  rightlyAsked,
  rightQuery,
  type Description,
  type Operation,
} from '#tests/support/workers/api/operations.ts';
import { exampleOf } from '#tests/support/workers/api/schema-values.ts';

/** Ends what the walk walks on, or answers by design with 503 when a part is away. */
const NOT_WALKED = ['POST /api/auth/sign-out', 'GET /readyz'];
/** Addresses that name nothing of anybody's: what they carry is itself the right. */
const BEARER_PARAMS = new Set(['token', 'invitationToken', 'providerId', 'language', 'seq']);

let description: Description;
let walked: Operation[];
let owner: Owner;
let hidden: Furnished;
let before: Snapshot;
let secrets: Set<string>;
let attempts = 0;

beforeAll(async () => {
  description = await getDescription();
  walked = description.operations.filter((operation) => !NOT_WALKED.includes(named(operation)));
  owner = await signUp('Owner');
  hidden = await furnish(owner, 'private');
  before = await readAll(owner, description, hidden);
  secrets = secretsIn(before, [owner.id]);
}, 60_000);

/** Asks rightly: the body an example, the query what it must be. */
async function ask(visitor: Visitor, operation: Operation, ids: Furnished, by: string) {
  attempts += 1;
  const address = fill(operation.path, ids) + rightQuery(operation, description.schemas);
  const asked = rightlyAsked(operation, description.schemas);
  const answer = await visitor.ask(operation.method, address, asked);
  const text = await expectAnnounced(operation, answer, by);
  const said = address + JSON.stringify(asked.json ?? '');
  expect(leaksIn(text, secrets, said), `${named(operation)} by ${by} gives away`).toEqual([]);
  return answer.status;
}

const pointsAt = ({ params }: Operation): boolean => params.some((name) => !BEARER_PARAMS.has(name));

describe('the description', () => {
  test('says of every operation who may call it, and with which scope', () => {
    const silent = description.operations.filter((operation) => !operation['x-access']).map(named);
    expect(silent).toEqual([]);
    expect(description.operations.length).toBeGreaterThan(45);
  });

  test('has every route of the API in it', () => {
    const described = new Set(
      description.operations.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replace(/\{.*?\}/g, '')}`);
    const undescribed = [...new Set(routes)].filter((route) => !described.has(route)).sort();
    // tus describes itself (https://tus.io); a rate limit stands before comments, and answers nothing itself.
    const others = /^(GET|POST|HEAD|PATCH|DELETE|OPTIONS) \/api\/uploads|\/comments\/\*$/;
    expect(undescribed.filter((route) => !others.test(route))).toEqual([]);
  });
});

describe('on what is hidden, every operation', () => {
  const outsiders: [string, () => Promise<Visitor> | Visitor][] = [
    ['nobody', () => new Visitor()],
    ['a guest', () => guest()],
    ['a stranger', () => signUp('Stranger')],
    [
      'the owner of another organization',
      async () => {
        const other = await signUp('Neighbour');
        await furnish(other, 'private');
        return other;
      },
    ],
    ['a stranger’s key', async () => keyOf(await signUp('Maker'))],
  ];

  test.each(outsiders)('tells %s nothing', { timeout: 60_000 }, async (by, come) => {
    const visitor = await come();
    const kind = by === 'nobody' ? 'anonymous' : by === 'a guest' ? 'guest' : 'account';
    const cookies = [...visitor.cookies];
    for (const operation of walked) {
      // Coming in as a guest, or signing in, would make them somebody else.
      visitor.cookies.clear();
      for (const [name, value] of cookies) visitor.cookies.set(name, value);
      const status = await ask(
        visitor,
        operation,
        { ...hidden, token: 'A'.repeat(24), invitationToken: 'A'.repeat(24) },
        by,
      );
      const { who, scope } = operation.access;
      const mayCome = who === 'anyone' || kind === 'account' || (who === 'person' && kind === 'guest');
      if (!mayCome) expect(status, `${named(operation)} by ${by}`).toBe(401);
      else if (scope === 'session' && by.endsWith('key'))
        expect([403, 404], `${named(operation)} by ${by}`).toContain(status);
      else if (pointsAt(operation)) expect(status, `${named(operation)} by ${by}`).toBe(404);
    }
  });

  const ended: [string, () => Promise<Visitor>][] = [
    ['an expired session', () => expired('Expired')],
    ['a session ended elsewhere', () => signedOutElsewhere('Gone')],
    ['a revoked key', () => revokedKey('Revoked')],
  ];
  test.each(ended)('turns %s away', { timeout: 60_000 }, async (by, come) => {
    const visitor = await come();
    const cookies = [...visitor.cookies];
    for (const operation of walked) {
      // It is told that it is over each time, and comes again with what it had.
      for (const [name, value] of cookies) visitor.cookies.set(name, value);
      const status = await ask(visitor, operation, hidden, by);
      const mayCome = operation.access.who === 'anyone' && !by.endsWith('key');
      if (!mayCome) expect(status, `${named(operation)} by ${by}`).toBe(401);
    }
  });

  test('takes no id of another’s among one’s own', { timeout: 120_000 }, async () => {
    const neighbour = await signUp('Neighbour');
    const own = await furnish(neighbour, 'public');
    for (const operation of walked.filter(({ params }) => params.length > 1))
      for (const name of operation.params.filter((param) => !BEARER_PARAMS.has(param))) {
        const status = await ask(neighbour, operation, { ...own, [name]: hidden[name] ?? '' }, 'a neighbour');
        expect([403, 404], `${named(operation)} with another’s ${name}`).toContain(status);
      }
  });

  test('has changed nothing by all that', async () => {
    expect(await readAll(owner, description, hidden)).toEqual(before);
    // Read by tests/bench/api.bench.ts.
    console.log(`WALK ${JSON.stringify({ operations: walked.length, attempts, leaks: 0 })}`);
  });
});

describe('keys', () => {
  test('open nothing beyond their scopes', { timeout: 60_000 }, async () => {
    const holders = new Map<string, KeyHolder>();
    for (const operation of walked) {
      const { scope } = operation.access;
      const others = scope === 'videos:read' ? ['account:read' as const] : ['videos:read' as const];
      const key = others.join();
      if (!holders.has(key)) holders.set(key, await keyOf(owner, others));
      const holder = holders.get(key);
      if (!holder) continue;
      const answer = await holder.ask(
        operation.method,
        fill(operation.path, hidden),
        rightlyAsked(operation, description.schemas),
      );
      await expectAnnounced(operation, answer, 'a key without the scope');
      expect(answer.status, named(operation)).toBe(403);
    }
  });
});

describe('malformed input', () => {
  test('in any field is refused in words, by its owner as by others', { timeout: 120_000 }, async () => {
    let spoiled = 0;
    for (const operation of walked) {
      const schema = bodySchemaOf(operation, description.schemas);
      const right = schema && exampleOf(schema, description.schemas);
      if (!schema || typeof right !== 'object' || right === null) continue;
      for (const { field, value, body } of spoiledBodies(schema, description.schemas, { ...right })) {
        spoiled += 1;
        const answer = await owner.ask(operation.method, fill(operation.path, hidden), { json: body });
        await expectAnnounced(
          operation,
          answer,
          `the owner, ${field} = ${JSON.stringify(value)?.slice(0, 40)}`,
        );
        expect(
          [400, 401, 403, 404, 409, 412, 413, 429],
          `${named(operation)} ${field} = ${JSON.stringify(value)?.slice(0, 40)}`,
        ).toContain(answer.status);
      }
    }
    expect(spoiled).toBeGreaterThan(100);
  });
});

const BODIES = ['', '{', '[]', 'null', '"text"', '1e999', '{"__proto__":{}}', '\uFEFF{}', '{"a":"\\ud800"}'];

test(
  'what is no object, or no JSON, is refused by every operation that wants one',
  { timeout: 60_000 },
  async () => {
    for (const operation of walked.filter((each) => bodySchemaOf(each, description.schemas)))
      for (const body of BODIES) {
        const headers = { 'content-type': 'application/json' };
        const answer = await owner.ask(operation.method, fill(operation.path, hidden), { body, headers });
        await expectAnnounced(operation, answer, body);
        // An edit of nothing, and what may be left out, is no mistake.
        if (operation.requestBody?.required && !/^\uFEFF?\{.*\}$/.test(body))
          expect(answer.status, named(operation)).toBe(400);
      }
  },
);

test('ids that lead nowhere, or are none, lead nowhere in words', { timeout: 60_000 }, async () => {
  const nonsense = ['00000000-0000-7000-8000-000000000000', 'x'.repeat(65), "'; --", '\u0000', '%00', '🎬'];
  for (const operation of walked.filter(pointsAt))
    for (const id of nonsense) {
      const places = Object.fromEntries(operation.params.map((name) => [name, id]));
      const status = await ask(owner, operation, { ...places }, `the owner, at ${id}`);
      expect([400, 404], `${named(operation)} at ${id}`).toContain(status);
    }
});

test('a guest comes in by no key', async () => {
  const answer = await (
    await comeInAs('Guest')
  ).post('/api/me/keys', { name: 'Robot', scopes: ['videos:read'] });
  expect(answer.status).toBe(401);
});
