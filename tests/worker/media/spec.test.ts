import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const rules = readFileSync('worker/media/SPEC.md', 'utf8')
  .split('\n')
  .flatMap((line) => /^- \*\*([A-Z]\d+)\*\*/.exec(line)?.[1] ?? []);
const titles = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap(
    (name) =>
      readFileSync(join(import.meta.dirname, name), 'utf8').match(/['`]([RPISU]\d+ )+[^'`]*['`]/g) ?? [],
  )
  .join('\n');

test('every rule of the SPEC has a test that begins with its id', () => {
  expect(rules.length).toBeGreaterThan(30);
  expect(rules.filter((rule) => !titles.includes(`${rule} `))).toEqual([]);
});

test('no test cites a rule that the SPEC does not have', () => {
  const cited = new Set(titles.match(/\b[RPISU]\d+(?= )/g));
  expect([...cited].filter((id) => !rules.includes(id))).toEqual([]);
});
