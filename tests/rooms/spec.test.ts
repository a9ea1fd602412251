import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

const spec = readFileSync(join(root, 'rooms/SPEC.md'), 'utf8');
const rules = [...spec.matchAll(/^- \*\*(R\d+)\*\*/gm)].map((match) => match[1] ?? '');
const tests = [...filesIn('tests/rooms'), ...filesIn('tests/worker/rooms')];

test('every rule has a test whose title begins with it', () => {
  const proved = new Set(
    tests.flatMap((text) => [...text.matchAll(/['"`](R\d+) /g)].map((match) => match[1])),
  );
  expect(rules.filter((rule) => !proved.has(rule))).toEqual([]);
  expect([...proved].filter((rule) => rule && !rules.includes(rule))).toEqual([]);
});

test('rules are numbered once, and code cites only rules that exist', () => {
  expect(new Set(rules).size).toBe(rules.length);
  const cited = [...filesIn('rooms'), ...filesIn('worker/rooms')].flatMap((text) =>
    [...text.matchAll(/\bR(\d+)\b/g)].map((match) => `R${match[1]}`),
  );
  expect(cited.filter((rule) => !rules.includes(rule))).toEqual([]);
});
