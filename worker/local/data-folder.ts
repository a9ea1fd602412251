import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartError } from './start-error.ts';

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file is in its place',
  ENOSPC: 'the disk is full',
};

/** Makes the data folder if need be and tries a write in it; whatever is wrong is one clear line. */
export function openDataFolder(path: string): string {
  const folder = resolve(path);
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
    for (const name of ['secrets.json', 'postgres.log', 'worker.log', 'workerd'])
      requireWritable(join(folder, name));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new StartError(
      `Cannot write to the data folder ${folder}: ${REASONS[code] ?? String(error)}. Choose another with LOCKSTEP_DATA=<folder>.`,
      { cause: error },
    );
  }
  return folder;
}

/** A folder used before by another user (root, say) is refused here rather than half way up. */
function requireWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
