import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';

/** How to start a PostgreSQL program: the command in front of it, and the user it drops to. */
export type RunAs = { prefix: string[]; uid?: number; gid?: number };

const NOBODY = 65534;

/**
 * PostgreSQL refuses to run as root, so as root it becomes `nobody`, or whoever the cluster belongs to. Where
 * nobody may not pass through a parent folder (a clone in /root), `setpriv` lets it keep the one right to do so;
 * without setpriv the person is told what to do.
 * @NOTE initdb asks access(2) about its own programs, which forgets that right unless no_setuid_fixup is set.
 */
export function chooseRunAs(cluster: string, binaries: string): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const user = ownerOf(cluster);
  const closed = findClosedParent(cluster) ?? findClosedParent(join(binaries, 'postgres'));
  if (closed === undefined) return { prefix: [], uid: user, gid: user === NOBODY ? NOBODY : undefined };
  const right = ['-all', '+dac_override'].join(',');
  const prefix = [
    'setpriv',
    `--reuid=${user}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    `--inh-caps=${right}`,
    `--ambient-caps=${right}`,
  ];
  if (spawnSync('setpriv', [...prefix.slice(1), 'true']).status === 0) return { prefix };
  throw new StartError(
    `PostgreSQL runs as "nobody" when root starts it, and nobody may not enter ${closed}: run "chmod o+x ${closed}", or start as an ordinary user.`,
  );
}

/** Whom an existing cluster belongs to: it may have been made by an ordinary user before. */
function ownerOf(cluster: string): number {
  const owner = existsSync(cluster) ? statSync(cluster).uid : NOBODY;
  return owner === 0 ? NOBODY : owner;
}

/** Gives a file or folder to the user PostgreSQL runs as. */
export function giveTo(path: string): void {
  if (process.getuid?.() === 0) chownSync(path, NOBODY, NOBODY);
}

/** The nearest folder on the way to `path` that other users may not pass through. */
export function findClosedParent(path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
