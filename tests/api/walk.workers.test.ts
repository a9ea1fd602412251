import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import {
  fill,
  getDescription,
  needsSomebody,
  operationsOf,
  type Description,
  type Operation,
} from '#tests/support/workers/operations.ts';
import { comeInAs, signUp, Visitor, type Asked } from '#tests/support/workers/visitor.ts';

/** Operations that end what the walk walks on, or answer by design with 503 when a part is away. */
const NOT_WALKED = ['/api/auth/sign-out', '/readyz'];

let description: Description;
let operations: Operation[];
let ada: Awaited<ReturnType<typeof signUp>>;
let hidden: Record<string, string>;
let open: Record<string, string>;

beforeAll(async () => {
  description = await getDescription();
  operations = operationsOf(description).filter(({ path }) => !NOT_WALKED.includes(path));
  ada = await signUp('Ada');
  hidden = await furnish('private');
  open = await furnish('public');
});

/** A video of Ada's with a chapter, a comment and a screening: the ids for every place in a path. */
async function furnish(visibility: string): Promise<Record<string, string>> {
  const { id } = await makeVideo(ada, { visibility });
  const make = async (
    path: string,
    json: object,
  ): Promise<{ id: string; token?: string; screening?: { shortId: string } }> => {
    const answer = await ada.post(`/api/videos/${id}/${path}`, json);
    expect(answer.status).toBe(201);
    return answer.json();
  };
  const chapter = await make('chapters', { title: 'One', startSeconds: 0, endSeconds: 5 });
  const comment = await make('comments', { content: 'Words' });
  const { screening } = await make('screenings', {});
  const { id: linkId, token = '' } = await make('links', {});
  const shortId = screening?.shortId ?? '';
  return { id, chapterId: chapter.id, commentId: comment.id, shortId, linkId, token };
}

/** Every answer is one the description announces; failures are problems with a code, and never ours. */
async function expectAnnounced(operation: Operation, answer: Response): Promise<void> {
  const said = `${operation.method} ${operation.path} → ${answer.status}`;
  expect(answer.status, said).toBeLessThan(500);
  expect(Object.keys(operation.responses), said).toContain(String(answer.status));
  if (answer.status < 400) return;
  expect(answer.headers.get('content-type'), said).toBe('application/problem+json');
  expect(await answer.json(), said).toEqual({
    type: expect.stringMatching(/^urn:lockstep:problem:/),
    title: expect.any(String),
    status: answer.status,
    detail: expect.stringMatching(/\w/),
    instance: answer.headers.get('x-request-id'),
    code: expect.stringMatching(/^[A-Z_]+$/),
    errors: expect.any(Array),
  });
}

const ask = (visitor: Visitor, { method, path }: Operation, ids: Record<string, string>, asked: Asked = {}) =>
  visitor.ask(method, fill(path, ids), asked);
const takesJson = ({ requestBody }: Operation): boolean =>
  requestBody?.content['application/json'] !== undefined;

describe('every operation', () => {
  test('answers nobody without a server error; what needs somebody says so', async () => {
    for (const operation of operations) {
      const answer = await ask(new Visitor(), operation, open, takesJson(operation) ? { json: {} } : {});
      if (needsSomebody(operation) && answer.status !== 400)
        expect(answer.status, `${operation.method} ${operation.path}`).toBe(401);
      await expectAnnounced(operation, answer);
    }
  });

  test('on a hidden video tells strangers and guests nothing', async () => {
    for (const visitor of [await signUp('Stranger'), await comeInAs('Guest'), new Visitor()])
      for (const operation of operations.filter(({ path }) => /\{(id|shortId)\}/.test(path))) {
        const body = takesJson(operation) ? { json: exampleFor(operation) } : {};
        const answer = await ask(visitor, operation, hidden, body);
        const expected = visitor.cookies.size === 0 && needsSomebody(operation) ? 401 : 404;
        expect(answer.status, `${operation.method} ${operation.path}`).toBe(expected);
        await expectAnnounced(operation, answer);
      }
  });

  test('on ids that lead nowhere is NOT_FOUND or INVALID', async () => {
    const parts = { chapterId: uuidv7(), commentId: uuidv7(), linkId: uuidv7() };
    const places = { id: uuidv7(), ...parts, shortId: 'AAAAAAAAAAA', token: 'A'.repeat(24) };
    const nonsense = {
      id: 'x'.repeat(65),
      chapterId: "'; --",
      commentId: '\u0000',
      linkId: '%00',
      shortId: '🎬',
      token: '..',
    };
    for (const operation of operations.filter(({ path }) => path.includes('{')))
      for (const ids of [places, nonsense, { ...open, ...parts }]) {
        const hasPart = /\{(chapterId|commentId|linkId)\}/.test(operation.path);
        if (ids !== nonsense && ids !== places && !hasPart) continue;
        const body = takesJson(operation) ? { json: exampleFor(operation) } : {};
        const answer = await ask(ada, operation, ids, body);
        expect([400, 404], `${operation.method} ${operation.path}`).toContain(answer.status);
        await expectAnnounced(operation, answer);
      }
  });

  test('takes malformed bodies for INVALID', async () => {
    const bodies = [
      '',
      '{',
      '[]',
      'null',
      '"text"',
      '1e999',
      '{"__proto__":{}}',
      '\uFEFF{}',
      '{"a":"\\ud800"}',
    ];
    for (const operation of operations.filter(takesJson))
      for (const body of bodies) {
        const headers = { 'content-type': 'application/json' };
        const answer = await ask(ada, operation, open, { body, headers });
        await expectAnnounced(operation, answer);
        if (operation.requestBody?.required) expect([400, 409], operation.path).toContain(answer.status);
      }
  });

  test('survives whatever values its fields are given', async () => {
    const withFields = operations.filter(
      (operation) => takesJson(operation) && operation.path !== '/api/guests',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...withFields),
        fc.infiniteStream(strangeValue),
        async (operation, values) => {
          const json = exampleFor(operation) as Record<string, unknown>;
          for (const field of fieldsOf(operation)) json[field] = values.next().value;
          await expectAnnounced(operation, await ask(ada, operation, open, { json }));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('survives whatever is asked in its query', async () => {
    const withQuery = operations.filter((operation) => operation.parameters?.some((p) => p.in === 'query'));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...withQuery),
        fc.infiniteStream(strangeText),
        async (operation, texts) => {
          const query = new URLSearchParams(
            (operation.parameters ?? []).flatMap(({ name, in: place }) =>
              place === 'query' ? [[name, texts.next().value ?? '']] : [],
            ),
          );
          const path = `${fill(operation.path, open)}?${query}`;
          await expectAnnounced(operation, await ada.ask(operation.method, path));
        },
      ),
      { numRuns: 150 },
    );
  });
});

const strangeText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    'NaN',
    'null',
    uuidv7(),
    'AAAA',
    'WyJ4Il0',
    "' or 1=1 --",
    '\u0000',
    '%',
  ),
);
const strangeValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  strangeText,
  fc.constantFrom(-1, 1e308, 0.1, 1e9, 2 ** 53, 999_999.9999, 'x'.repeat(3000), uuidv7(), [], {}, true),
);

/** The body schema's fields, by name. */
function fieldsOf(operation: Operation): string[] {
  return Object.keys((schemaOf(operation)['properties'] as object | undefined) ?? {});
}

function schemaOf(operation: Operation): Record<string, unknown> {
  const schema = operation.requestBody?.content['application/json']?.schema ?? {};
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  return description.components.schemas[reference.split('/').at(-1) ?? ''] ?? {};
}

/** A body that is right, so that only what the test is about can be wrong. */
const exampleFor = ({ operationId }: Operation): object => EXAMPLES[operationId]?.() ?? {};

const EXAMPLES: Record<string, () => object> = {
  patchMe: () => ({ name: 'Ada' }),
  postVideos: () => ({ title: 'Walked' }),
  patchVideosById: () => ({ title: 'Walked' }),
  putVideosByIdChapters: () => ({ chapters: [{ title: 'One', startSeconds: 0, endSeconds: 5 }] }),
  postVideosByIdChapters: () => ({ title: 'Two', startSeconds: 10, endSeconds: 20 }),
  patchVideosByIdChaptersByChapterId: () => ({ title: 'Two' }),
  postVideosByIdComments: () => ({ content: 'Words' }),
  patchVideosByIdCommentsByCommentId: () => ({ content: 'Words' }),
  putVideosByIdCommentsByCommentIdResolution: () => ({ isResolved: true }),
  postVideosByIdReactions: () => ({ emoji: '🎉', positionSeconds: 1 }),
};
