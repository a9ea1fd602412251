import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { sharedStack } from '#tests/support/stack.ts';

interface Description {
  paths: Record<string, Record<string, { responses?: Record<string, Answer> }>>;
  components: { responses: Record<string, Answer> };
}
type Answer = { $ref?: string; content?: object };

const readText = async (): Promise<string> => (await fetch(`${sharedStack().origin}/openapi.json`)).text();

/** Of this machine, which the linter takes for a description that was never finished. */
const elsewhere = (text: string): string =>
  text.replaceAll(JSON.stringify(sharedStack().origin), '"https://lockstep.test"');

/** The linter's recommended rules, none of them off, and of those it leaves one to choose what readers have something from. */
const LINT: Parameters<typeof createConfig>[0] = {
  extends: ['recommended-strict'],
  rules: {
    'no-invalid-schema-examples': 'error',
    'no-invalid-parameter-examples': 'error',
    'operation-tag-defined': 'error',
    'operation-singular-tag': 'error',
    'parameter-description': 'error',
    'component-name-unique': 'error',
    'no-required-schema-properties-undefined': 'error',
    'path-params-defined': 'error',
    'array-parameter-serialization': 'error',
    'spec-strict-refs': 'error',
  },
};

test('the description keeps every rule of the linter, and every example in it fits its schema', async () => {
  const problems = await lintFromString({
    source: elsewhere(await readText()),
    config: await createConfig(LINT),
  });
  expect(problems.map(({ ruleId, location }) => [ruleId, location[0]?.pointer])).toEqual([
    // Coming back from another site leads on: there is nothing to be had there.
    ['operation-2xx-response', '#/paths/~1api~1auth~1callback~1{providerId}/get/responses'],
  ]);
});

test('the linter sees an example that does not fit, and an operation without a name', async () => {
  const { paths, ...whole } = JSON.parse(elsewhere(await readText())) as {
    paths: Record<string, { get?: { operationId?: string; parameters: object[] } }>;
  };
  const videos = paths['/api/videos'];
  delete videos?.get?.operationId;
  videos?.get?.parameters.push({ name: 'more', in: 'query', schema: { type: 'integer' }, example: 'many' });
  const problems = await lintFromString({
    source: JSON.stringify({ ...whole, paths: { '/api/videos': videos } }),
    config: await createConfig(LINT),
  });
  const broken = ['operation-operationId', 'no-invalid-parameter-examples', 'parameter-description'];
  expect(problems.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(broken));
});

test('every failure an operation announces is a problem', async () => {
  const { paths, components } = JSON.parse(await readText()) as Description;
  const contentOf = ({ $ref, content }: Answer): object | undefined =>
    $ref === undefined ? content : components.responses[$ref.split('/').at(-1) ?? '']?.content;
  const failures = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses = {} }]) =>
      Object.entries(responses)
        .filter(([status]) => Number(status) >= 400)
        .map(([status, answer]) => [
          `${method} ${path} ${status}`,
          Object.keys(contentOf(answer) ?? {}).join(),
        ]),
    ),
  );
  expect(failures.length).toBeGreaterThan(500);
  expect(failures.filter(([, type]) => type !== 'application/problem+json')).toEqual([
    // What is not ready answers which part is not.
    ['get /readyz 503', 'application/json'],
  ]);
});
