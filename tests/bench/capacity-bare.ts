import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { v7 as uuidv7 } from 'uuid';
import { WebSocket } from 'ws';
import { postedComment, viewOf } from '#rooms/state/comment.ts';
import { listChildren } from '#worker/local/process-table.ts';

/** A workerd of its own with one bare object in it, and one socket that only listens, as a room's host does. */
export interface BareStage {
  /** Of its only room: everyone comes to the same address. */
  url: string;
  processIds: number[];
  stop(): Promise<void>;
}

const TICK_MS = 100;

/** As many bytes as the room says, of a comment that says `content`. */
function frameSizes(content: string): { ACK_BYTES: number; EVENT_BYTES: number } {
  const author = { userId: uuidv7(), name: 'Viewer 1', isGuest: true, role: 'control' as const };
  const comment = viewOf(postedComment({ t: 'comment.post', id: uuidv7(), content }, author, Date.now()));
  const ack = { t: 'ack', id: comment.id, epoch: 1, seq: 1_000, result: { kind: 'comment', comment } };
  const event = { kind: 'comment', seq: 1_000, comment };
  return { ACK_BYTES: JSON.stringify(ack).length, EVENT_BYTES: JSON.stringify(event).length };
}

export async function startBareObject(content: string): Promise<BareStage> {
  const file = path.join(import.meta.dirname, '../support/workers/bare-object-worker.ts');
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'lockstep-bare-'));
  const before = new Set(listChildren(process.pid, 'workerd'));
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      name: 'bare',
      modules: true,
      script: stripTypeScriptTypes(readFileSync(file, 'utf8')),
      compatibilityDate: '2026-10-01',
      compatibilityFlags: ['nodejs_compat'],
      durableObjects: { BARE: { className: 'BareObject', useSQLite: true } },
      bindings: { ...frameSizes(content), TICK_MS },
      host: '127.0.0.1',
      port: 0,
      cf: false,
      logRequests: false,
    }),
    resourcePersistencePath: dataDir,
    telemetry: { enabled: false },
  });
  const { port } = await miniflare.ready;
  const url = `ws://127.0.0.1:${port}/`;
  const listener = new WebSocket(url, { perMessageDeflate: false });
  await once(listener, 'open');
  return {
    url,
    processIds: listChildren(process.pid, 'workerd').filter((id) => !before.has(id)),
    stop: async () => {
      listener.terminate();
      await miniflare.dispose();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
