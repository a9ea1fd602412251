import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTempFolder } from '#tests/support/temp-folder.ts';

const script = join(import.meta.dirname, '../../worker/local/install.mjs');
const here = { os: [process.platform], cpu: [process.arch] };
const PACKAGES = {
  '': { name: 'somebody' },
  'node_modules/one': { version: '1.0.0', integrity: 'sha512-one' },
  'node_modules/for-this-platform': { version: '1.0.0', optional: true, ...here },
  'node_modules/for-another': { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] },
};
const { 'node_modules/for-another': _, ...INSTALLED } = PACKAGES;

/** Stands in for npm: takes a moment, notes that it ran, and leaves what `npm ci` leaves. */
const NPM = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
await new Promise((resolve) => setTimeout(resolve, 100));
appendFileSync('runs', process.argv.slice(2).join(' ') + '\\n');
if (process.env.NPM_FAILS) { console.error('npm error code EAI_AGAIN\\nnpm error no such registry'); process.exit(1); }
mkdirSync('node_modules/.bin', { recursive: true });
writeFileSync('node_modules/.bin/node', '');
writeFileSync('node_modules/.package-lock.json', '${JSON.stringify({ packages: INSTALLED })}');
`;

let root: string;
let remove: () => void;

beforeEach(() => {
  ({ folder: root, remove } = makeTempFolder());
  writeFileSync(join(root, 'npm.mjs'), NPM);
  lock(PACKAGES);
});
afterEach(() => remove());

const lock = (packages: object): void =>
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
const runCount = (): number =>
  existsSync(join(root, 'runs')) ? readFileSync(join(root, 'runs'), 'utf8').trim().split('\n').length : 0;

function install(env: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
  const npm = { npm_execpath: join(root, 'npm.mjs'), npm_node_execpath: process.execPath };
  const child = spawn(process.execPath, [script, root], { env: { ...process.env, ...npm, ...env } });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

test('installs into a fresh clone and says so; the next run does nothing', async () => {
  const first = await install();
  expect(first.code).toBe(0);
  expect(first.output).toMatch(/^Installing the packages of package-lock.json …\nInstalled in \d+ s\.\n$/);
  expect(await install()).toEqual({ code: 0, output: '' });
  expect(runCount()).toBe(1);
});

test('installs anew when the lockfile asks for another version', async () => {
  await install();
  lock({ ...PACKAGES, 'node_modules/one': { version: '1.0.1', integrity: 'sha512-other' } });
  await install();
  expect(runCount()).toBe(2);
});

test('trusts what npm installed by hand, and leaves alone a lockfile that asks for the same packages', async () => {
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  writeFileSync(join(root, 'node_modules/.bin/node'), '');
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: INSTALLED }));
  expect(await install()).toEqual({ code: 0, output: '' });
  lock({ ...PACKAGES, '': { name: 'renamed' } });
  expect(await install()).toEqual({ code: 0, output: '' });
  expect(runCount()).toBe(0);
});

test('installs when a package for this platform was left out', async () => {
  const { 'node_modules/for-this-platform': _, ...less } = INSTALLED;
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: less }));
  await install();
  expect(runCount()).toBe(1);
});

test('two at once install once', async () => {
  const both = await Promise.all([install(), install()]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(runCount()).toBe(1);
});

test('a failure is one clear line', async () => {
  expect(await install({ NPM_FAILS: '1' })).toEqual({
    code: 1,
    output:
      'Installing the packages of package-lock.json …\n' +
      'npm ci failed: no such registry. Run "npm ci" to see all of it.\n',
  });
});
