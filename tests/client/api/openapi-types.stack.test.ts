import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { typesOf } from '../../../client/api/generate.ts';
import { projectRoot } from '../../../worker/local/project-root.ts';
import { sharedStack } from '#tests/support/stack.ts';

test('the client’s types are those of the API that runs (else: npm run api:generate)', async () => {
  const answer = await fetch(`${sharedStack().origin}/openapi.json`);
  const committed = readFileSync(`${projectRoot}/client/api/openapi.d.ts`, 'utf8');
  expect(await typesOf(await answer.json())).toBe(committed);
});
