import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { hashContents } from '../../worker/local/build/content-hash.ts';

let root: string;
let remove: () => void;

beforeEach(() => {
  ({ folder: root, remove } = makeTempFolder());
  mkdirSync(join(root, 'source/deep'), { recursive: true });
  writeFileSync(join(root, 'source/deep/a.ts'), 'one');
  writeFileSync(join(root, 'settings.toml'), 'two');
});
afterEach(() => remove());

const hash = (isSkipped?: (path: string) => boolean): string =>
  hashContents(root, ['source', 'settings.toml', 'absent'], isSkipped);

test('the same contents have the same hash', () => {
  const before = hash();
  writeFileSync(join(root, 'source/deep/a.ts'), 'one');
  expect(hash()).toBe(before);
});

test('a change, a new name, a new file and a lost one each make another hash', () => {
  const seen = new Set([hash()]);
  writeFileSync(join(root, 'source/deep/a.ts'), 'other');
  seen.add(hash());
  renameSync(join(root, 'source/deep/a.ts'), join(root, 'source/deep/b.ts'));
  seen.add(hash());
  writeFileSync(join(root, 'source/c.ts'), '');
  seen.add(hash());
  rmSync(join(root, 'settings.toml'));
  seen.add(hash());
  expect(seen.size).toBe(5);
});

test('what is skipped does not count', () => {
  const isNote = (path: string): boolean => path.endsWith('.md');
  const before = hash(isNote);
  writeFileSync(join(root, 'source/README.md'), 'words');
  expect(hash(isNote)).toBe(before);
});
