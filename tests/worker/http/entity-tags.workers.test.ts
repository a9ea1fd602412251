import { beforeAll, describe, expect, test } from 'vitest';
import { furnish, type Furnished, type Owner } from '#tests/support/workers/furnish/all.ts';
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
import { signUp, type Asked } from '#tests/support/workers/visitor.ts';

/** Edits without a version to lose: what they write does not depend on what was there, and why. */
const WITHOUT_VERSION = [
  // Sets one fact to what is said.
  'PUT /api/videos/{id}/like',
  'PUT /api/videos/{id}/comments/{commentId}/like',
  'PUT /api/channels/{channelId}/members/{userId}',
];

let description: Description;
let owner: Owner;
let ids: Furnished;
beforeAll(async () => {
  description = await getDescription();
  owner = await signUp('Owner');
  ids = await furnish(owner, 'public');
}, 60_000);

const only = (...methods: string[]): Operation[] =>
  description.operations.filter(({ method }) => methods.includes(method));
const address = (operation: Operation) =>
  fill(operation.path, ids) + rightQuery(operation, description.schemas);

describe('every GET of the API', () => {
  test('carries an ETag, and is answered 304 to who has that', { timeout: 60_000 }, async () => {
    const without: string[] = [];
    const notKept: string[] = [];
    for (const operation of only('GET').filter(({ path }) => path.startsWith('/api/'))) {
      const answer = await owner.get(address(operation));
      await answer.arrayBuffer();
      if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('application/json'))
        continue;
      const tag = answer.headers.get('etag');
      if (tag === null) without.push(named(operation));
      // Lists of everybody's things may have changed in between: others are at work beside us.
      else if (
        operation.params.length > 0 &&
        (await owner.get(address(operation), { 'if-none-match': `"x", ${tag}` })).status !== 304
      )
        notKept.push(named(operation));
    }
    expect({ without, notKept }).toEqual({ without: [], notKept: [] });
  });
});

describe('every edit', () => {
  test('made of a version that is no more is STALE', { timeout: 60_000 }, async () => {
    const deaf: string[] = [];
    for (const operation of only('PATCH', 'PUT')) {
      // Files are put whole; the tests of each have their own words on versions.
      const schema = bodySchemaOf(operation, description.schemas);
      const isFile = operation.requestBody && !schema;
      if (isFile || WITHOUT_VERSION.includes(named(operation))) continue;
      const asked: Asked = schema ? { json: exampleOf(schema, description.schemas) } : {};
      const headers = { ...asked.headers, 'if-match': '"of-another-time"' };
      const answer = await owner.ask(operation.method, address(operation), { ...asked, headers });
      if (answer.status !== 412)
        deaf.push(`${named(operation)} ${answer.status} ${(await answer.text()).slice(0, 120)}`);
    }
    expect(deaf).toEqual([]);
  });

  test('of the version its GET answered is made', { timeout: 60_000 }, async () => {
    const refused: string[] = [];
    const readable = new Set(only('GET').map(({ path }) => path));
    for (const operation of only('PATCH').filter(({ path }) => readable.has(path))) {
      const tag = (await owner.get(address(operation))).headers.get('etag') ?? '';
      const asked = rightlyAsked(operation, description.schemas);
      const headers = { ...asked.headers, 'if-match': tag };
      const answer = await owner.ask(operation.method, address(operation), { ...asked, headers });
      if (answer.status === 412)
        refused.push(`${named(operation)} ${answer.status} ${(await answer.text()).slice(0, 120)}`);
    }
    expect(refused).toEqual([]);
  });
});
