import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findPostgresBinaries } from '../../worker/local/postgres/binaries.ts';
import { chooseRunAs, giveTo } from '../../worker/local/postgres/run-as.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';

const isRoot = process.getuid?.() === 0;

test.runIf(isRoot)('as root, PostgreSQL makes a cluster below a folder that is closed to others', () => {
  const { folder, remove } = makeTempFolder();
  onTestFinished(remove);
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const native = join(closed, 'native');
  cpSync(join(findPostgresBinaries(), '..'), native, { recursive: true });
  const cluster = join(closed, 'cluster');
  mkdirSync(cluster, { mode: 0o700 });
  giveTo(cluster);
  const { prefix } = chooseRunAs(cluster, join(native, 'bin'));
  const [command = '', ...args] = [
    ...prefix,
    join(native, 'bin/initdb'),
    '-D',
    cluster,
    '-A',
    'trust',
    '--no-sync',
  ];
  const { status, stderr } = spawnSync(command, args, { cwd: '/', encoding: 'utf8' });
  expect({ command, status, stderr }).toMatchObject({ command: 'setpriv', status: 0 });
});
