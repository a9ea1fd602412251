import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { V4WorkerOptions } from 'miniflare';
import { projectRoot } from '../project-root.ts';
import { hashContents } from './content-hash.ts';
import { runTool, toolPath } from './run-tool.ts';

/** wrangler.toml as Miniflare takes it. */
export type WorkerOptions = { [name: string]: unknown; bindings?: V4WorkerOptions['bindings'] };
export type WorkerBuild = { folder: string; options: WorkerOptions };

const CACHE = join(projectRoot, 'node_modules/.cache/lockstep');
const KEPT_BUILDS = 4;
const SOURCES = ['worker', 'rooms', 'drizzle/schema', 'client/dist/manifest.json', 'client/dist/_headers'];
const SETTINGS = ['wrangler.toml', 'package.json', 'package-lock.json', 'tsconfig.json', '.dev.vars', '.env'];

/** The bundle `wrangler deploy` would upload, and wrangler.toml as the local runtime takes it; kept by content. */
export async function buildWorker(onBuild: () => void): Promise<WorkerBuild> {
  const isSkipped = (path: string): boolean => path.startsWith('worker/local/') || path.endsWith('.md');
  const folder = join(CACHE, `worker-${hashContents(projectRoot, [...SOURCES, ...SETTINGS], isSkipped)}`);
  if (!existsSync(folder)) {
    onBuild();
    await build(folder);
  }
  const options = JSON.parse(readFileSync(join(folder, 'options.json'), 'utf8')) as WorkerOptions;
  return { folder, options };
}

async function build(folder: string): Promise<void> {
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  try {
    const bundling = ['deploy', '--dry-run', '--outdir', aside];
    const [, options] = await Promise.all([
      runTool('The build of the worker', toolPath('wrangler/bin/wrangler.js'), bundling),
      runTool('Reading wrangler.toml', join(import.meta.dirname, 'print-options.ts'), []),
    ]);
    writeFileSync(join(aside, 'options.json'), options);
    if (!existsSync(folder)) renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  removeOldBuilds();
}

function removeOldBuilds(): void {
  const builds = readdirSync(CACHE)
    .filter((name) => /^worker-\w+$/.test(name))
    .map((name) => ({ path: join(CACHE, name), builtAtMs: statSync(join(CACHE, name)).mtimeMs }))
    .toSorted((a, b) => b.builtAtMs - a.builtAtMs);
  for (const { path } of builds.slice(KEPT_BUILDS)) rmSync(path, { recursive: true, force: true });
}
