// Runs before the other commands, on the machine's own Node (20 or newer) and without any package: it makes
// node_modules what package-lock.json says, and costs next to nothing when it already is.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.argv[2] ?? dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const lockfile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules/.lockstep-installed');

if (isStale()) await alone(() => isStale() && install());
requireNode24();

function isStale() {
  if (read(stampFile) === stamp()) return false;
  if (!isInstalledByHand()) return true;
  writeStamp();
  return false;
}

/** The lockfile's content, for this platform: a node_modules carried over from another one is of no use. */
function stamp() {
  const digest = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  return `${digest} ${process.platform}-${process.arch}`;
}

/** Whether npm itself (`npm ci`, run by hand) left exactly these packages: its own note says what is there. */
function isInstalledByHand() {
  const note = read(join(root, 'node_modules/.package-lock.json'));
  if (note === undefined) return false;
  const there = JSON.parse(note).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(lockfile, 'utf8')).packages);
  return wanted.every(([path, entry]) => {
    if (path === '' || !isNeededHere(entry)) return true;
    return there[path]?.version === entry.version && there[path]?.integrity === entry.integrity;
  });
}

/** Of the optional packages, those made for this platform: npm leaves out the others and what only they need. */
function isNeededHere({ optional = false, os, cpu, libc }) {
  if (!optional) return true;
  if (!os?.includes(process.platform) || !cpu?.includes(process.arch)) return false;
  return libc === undefined || libc.includes(nameLibc());
}

function nameLibc() {
  process.report.excludeNetwork = true; // else it looks up the names of every open connection
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

function install() {
  const startedAtMs = Date.now();
  console.log('Installing the packages of package-lock.json …');
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  // npm's own Node, not node_modules/.bin/node, which the installation removes.
  const [command, ...before] = npm ? [node, npm] : ['npm'];
  const result = spawnSync(command, [...before, ...flags], { cwd: root, encoding: 'utf8' });
  if (result.status !== 0) fail(`npm ci failed: ${reasonOf(result)}. Run "npm ci" to see all of it.`);
  writeStamp();
  console.log(`Installed in ${Math.round((Date.now() - startedAtMs) / 1000)} s.`);
}

function reasonOf({ error, signal, stdout, stderr }) {
  if (error) return error.message;
  const lines = `${stderr}\n${stdout}`
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim());
  const said = lines.filter((line) => line !== '' && !/^code \w+$|complete log of this run/.test(line));
  return said[0]?.replace(/\.$/, '') ?? `it ended with ${signal ?? 'an error'}`;
}

/** One at a time in this folder: whoever comes second waits, and then mostly finds everything done. */
async function alone(work) {
  const place = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const lock = join(tmpdir(), `lockstep-install-${place}-${process.getuid?.() ?? 'user'}`);
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    while (!take(mine, lock)) await new Promise((resolve) => setTimeout(resolve, 100));
    process.once('exit', () => rmSync(lock, { force: true }));
    work();
  } finally {
    rmSync(mine, { force: true });
  }
  rmSync(lock, { force: true });
}

/** A link appears with its content, so the holder's id can always be read. */
function take(mine, lock) {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(Number(read(lock)))) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(id) {
  try {
    return Boolean(id) && process.kill(id, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The commands run on the Node that npm installed; where there is none for the platform, on the machine's. */
function requireNode24() {
  if (existsSync(join(root, 'node_modules/.bin/node')) || Number(process.versions.node.split('.')[0]) >= 24)
    return;
  fail(`There is no packaged Node for ${process.platform}-${process.arch}: install Node 24 or newer.`);
}

function writeStamp() {
  writeFileSync(stampFile, stamp());
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function fail(line) {
  console.error(line);
  process.exit(1);
}
