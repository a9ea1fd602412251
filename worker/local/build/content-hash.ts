import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A digest over names and contents of files and whole folders below `root`; what does not exist counts as absent. */
export function hashContents(
  root: string,
  paths: string[],
  isSkipped = (_path: string): boolean => false,
): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of listFiles(join(root, path))) {
      const name = relative(root, file);
      if (isSkipped(name)) continue;
      const content = readFileSync(file);
      hash.update(`${name}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex').slice(0, 20);
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).toSorted();
  return names.flatMap((name) => (name === 'node_modules' ? [] : listFiles(join(path, name))));
}
