import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import type { WorkerBuild } from './build/worker.ts';
import { listChildren } from './process-table.ts';

export type WorkerdOptions = {
  build: WorkerBuild;
  dataDir: string;
  host: string;
  port: number;
  /** What production sets with `wrangler secret put`. */
  secrets: Record<string, string>;
  /** What the worker writes to its console. */
  onLog: (level: string, message: string) => void;
  onProcess: (processId: number) => void;
};
export type Workerd = { origin: string; miniflare: Miniflare; processIds: number[] };

const WATCH_EVERY_MS = 20;

/** The Worker, its Durable Objects, R2 and static files in one workerd with no proxy in front. */
export async function startWorkerd(options: WorkerdOptions): Promise<Workerd> {
  const before = new Set(listChildren(process.pid, 'workerd'));
  const noteChildren = (): number[] => {
    const processIds = listChildren(process.pid, 'workerd').filter((id) => !before.has(id));
    processIds.forEach(options.onProcess);
    return processIds;
  };
  // Noted as soon as it exists, so that even a host killed while starting leaves no unknown process behind.
  const watch = setInterval(noteChildren, WATCH_EVERY_MS);
  const miniflare = new Miniflare(miniflareOptionsOf(options));
  try {
    const url = await miniflare.ready;
    return { origin: `http://127.0.0.1:${url.port}`, miniflare, processIds: noteChildren() };
  } catch (error) {
    await miniflare.dispose().catch(() => {});
    throw error;
  } finally {
    clearInterval(watch);
  }
}

function miniflareOptionsOf({ build, dataDir, host, port, secrets, onLog }: WorkerdOptions) {
  const temp = join(dataDir, 'tmp');
  rmSync(temp, { recursive: true, force: true });
  mkdirSync(temp, { recursive: true });
  return {
    ...convertV4MiniflareOptions({
      ...build.options,
      name: 'lockstep',
      modules: true,
      modulesRoot: build.folder,
      scriptPath: join(build.folder, 'index.js'),
      bindings: { ...build.options.bindings, ...secrets },
      host,
      port,
      cf: false,
      logRequests: false,
      handleStructuredLogs: ({ level, message }) => onLog(level, message),
    }),
    resourcePersistencePath: join(dataDir, 'workerd/v3'), // where `wrangler dev` keeps it, too
    resourceTmpPath: temp,
    telemetry: { enabled: false },
  };
}
