import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { runTool, toolPath } from '../../worker/local/build/run-tool.ts';
import { listChildren } from '../../worker/local/process-table.ts';

/** A workerd of the bench's own, running media-bench-worker.ts over an empty bucket. */
export type Stage = { origin: string; processId: number; stop(): Promise<void> };

export const TICKET_SECRET = 'a secret for benches only, of 32 characters';
const COMPATIBILITY = { compatibility_date: '2026-10-01', compatibility_flags: ['nodejs_compat'] };

/** The worker as one file, bundled by the same tool as the product. */
export async function bundleMediaWorker(folder: string): Promise<string> {
  const config = join(folder, 'wrangler.json');
  const main = join(import.meta.dirname, '../support/workers/media-bench-worker.ts');
  writeFileSync(config, JSON.stringify({ name: 'media-bench', main, ...COMPATIBILITY }));
  const outdir = join(folder, 'bundle');
  await runTool('The build of the bench worker', toolPath('wrangler/bin/wrangler.js'), [
    'deploy',
    '--dry-run',
    '--config',
    config,
    '--outdir',
    outdir,
  ]);
  return join(outdir, 'media-bench-worker.js');
}

export async function startStage(folder: string, name: string, scriptPath: string): Promise<Stage> {
  const dataDir = join(folder, name);
  mkdirSync(dataDir, { recursive: true });
  const before = new Set(listChildren(process.pid, 'workerd'));
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      name: 'media-bench',
      modules: true,
      modulesRoot: join(scriptPath, '..'),
      scriptPath,
      compatibilityDate: COMPATIBILITY.compatibility_date,
      compatibilityFlags: COMPATIBILITY.compatibility_flags,
      r2Buckets: ['MEDIA'],
      bindings: {
        TICKET_SECRET,
        REQUEST_LOG: 'off',
        DATABASE_URL: 'postgres://nobody:none@127.0.0.1:1/none',
      },
      host: '127.0.0.1',
      port: 0,
      cf: false,
      logRequests: false,
    }),
    resourcePersistencePath: dataDir,
    telemetry: { enabled: false },
  });
  const url = await miniflare.ready;
  const processId = listChildren(process.pid, 'workerd').find((id) => !before.has(id)) ?? 0;
  return { origin: `http://127.0.0.1:${url.port}`, processId, stop: () => miniflare.dispose() };
}
