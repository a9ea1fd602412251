import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildClient } from '#worker/local/build/client.ts';
import { projectRoot } from '#worker/local/project-root.ts';

interface Chunk {
  file: string;
  imports?: string[];
}

interface Budget {
  what: string;
  /** Where it begins: entries of client/vite.config.ts, or the start of a chunk's file name. */
  from: string[];
  mostKib: number;
}

const PLAYER = 'embed/player.ts';
const HLS = 'assets/hls.light-';

/** What is fetched before anything can be seen or done: scripts with all they import at once, gzipped, in KiB. */
const BUDGETS: Budget[] = [
  {
    what: 'first route: the library',
    from: ['app/shell/main.tsx', 'app/library/library-page.tsx'],
    mostKib: 40,
  },
  { what: 'first route: a video, without player', from: ['app/watch/main.tsx'], mostKib: 40 },
  { what: 'first route: signing in', from: ['app/sign-in/main.tsx'], mostKib: 40 },
  { what: 'player before play', from: [PLAYER], mostKib: 60 },
  { what: 'embed before play', from: ['embed/main.ts', 'assets/lockstep-player-'], mostKib: 60 },
  { what: 'player with hls.js', from: [PLAYER, HLS], mostKib: 185 },
  { what: 'player with hls.js and its menus', from: [PLAYER, HLS, 'assets/menus-'], mostKib: 185 },
];

const dist = join(projectRoot, 'client/dist');
let chunks: Record<string, Chunk>;
beforeAll(async () => {
  await buildClient(() => undefined);
  chunks = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Record<string, Chunk>;
}, 60_000);

/** The files of these chunks and of what they import, each once. */
function filesFrom(names: string[]): Set<string> {
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = chunks[key];
    if (!chunk) throw new Error(`The build has no ${key}.`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  for (const name of names)
    visit(
      name in chunks ? name : (Object.keys(chunks).find((key) => chunks[key]?.file.startsWith(name)) ?? name),
    );
  return files;
}

const gzippedBytes = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

test.each(BUDGETS)('$what: at most $mostKib KiB', ({ what, from, mostKib }) => {
  const files = [...filesFrom(from)];
  const kib = files.reduce((sum, file) => sum + gzippedBytes(file), 0) / 1024;
  console.log(`${what.padEnd(34)} ${kib.toFixed(1).padStart(6)} KiB of ${mostKib}`);
  expect(kib).toBeLessThanOrEqual(mostKib);
});

test('the player carries neither zod nor mediabunny, nor words of more than one language', () => {
  const text = [...filesFrom([PLAYER])].map((file) => readFileSync(join(dist, file), 'utf8')).join('\n');
  expect(text).not.toMatch(/ZodError|mediabunny|\u202e|\\u202e/);
});
