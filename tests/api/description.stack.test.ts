import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { sharedStack } from '#tests/support/stack.ts';

interface Problem {
  ruleId: string;
  message: string;
  location: { pointer?: string }[];
}

interface Linter {
  createConfig(rules: object): Promise<unknown>;
  lintFromString(input: { source: string; config: unknown }): Promise<Problem[]>;
}

/** The linter comes with openapi-typescript, and is looked for where that would. */
const { createConfig, lintFromString } = createRequire(import.meta.resolve('openapi-typescript'))(
  '@redocly/openapi-core',
) as Linter;

test('the description is valid OpenAPI, and every example in it fits its schema', async () => {
  const source = await (await fetch(`${sharedStack().origin}/openapi.json`)).text();
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      'no-invalid-media-type-examples': 'error',
      'no-invalid-schema-examples': 'error',
      // Health and clock have no way to be asked wrongly.
      'operation-4xx-response': 'off',
      // Coming back from another site leads on.
      'operation-2xx-response': 'off',
      // The shared product runs on this machine.
      'no-server-example.com': 'off',
    },
  });
  const problems = await lintFromString({ source, config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
    [],
  );
});
