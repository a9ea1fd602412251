import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** Path from the project's root, with forward slashes. */
  path: string;
  text: string;
  lineCount: number;
  /** What it imports: project paths for its own files, bare names for packages. Type-only imports are marked. */
  imports: { target: string; isTypeOnly: boolean }[];
}

const root = path.resolve(import.meta.dirname, '../..');
const ALIASES: Record<string, string> = {
  '#protocol/': 'rooms/protocol/',
  '#rooms/': 'rooms/',
  '#tables/': 'drizzle/schema/',
  '#worker/': 'worker/',
  '#client/': 'client/',
  '#tests/': 'tests/',
};

/** What a start or a build leaves behind, as .gitignore names it. Git itself may not be on the machine. */
const LEFT_OUT = new Set([
  '.git',
  'node_modules',
  '.data',
  '.wrangler',
  'client/dist',
  'client/.build',
  '.DS_Store',
]);

/** Every path of the project's own, from its root. */
export function projectPaths(folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const inside = path.posix.join(folder, entry.name);
    if (LEFT_OUT.has(inside) || inside.endsWith('.tsbuildinfo')) return [];
    return entry.isDirectory() ? projectPaths(inside) : [inside];
  });
}

export const readProjectFile = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Every TypeScript source of the project, with its imports resolved. */
export function sourceFiles(): SourceFile[] {
  return projectPaths()
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => {
      const text = readProjectFile(file);
      return {
        path: file,
        text,
        lineCount: text.trimEnd().split('\n').length,
        imports: importsOf(file, text),
      };
    });
}

function importsOf(file: string, text: string): SourceFile['imports'] {
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[\w*{][^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
  );
  return [...statements].map((match) => ({
    target: resolve(file, match[2] ?? match[3] ?? ''),
    isTypeOnly: match[1] !== undefined,
  }));
}

function resolve(file: string, specifier: string): string {
  for (const [alias, folder] of Object.entries(ALIASES)) {
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length);
  }
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
}
