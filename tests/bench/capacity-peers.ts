import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { DialectName } from './capacity-dialects.ts';
import { startCrowd } from './capacity-drive.ts';
import { measureTalk, MESSAGES_PER_SECOND, type Measured } from './capacity-scenes.ts';

export type PeerKind = 'ws' | 'ws-ticks' | 'socket.io';

const DIALECT: Record<PeerKind, DialectName> = { ws: 'ws', 'ws-ticks': 'ws', 'socket.io': 'socketIo' };
const ADDRESS: Record<PeerKind, string> = {
  ws: '/',
  'ws-ticks': '/',
  'socket.io': '/socket.io/?EIO=4&transport=websocket',
};
/** Short: what cannot keep up takes a multiple of it to deliver. */
const SECONDS = 1.5;
const TALKERS = 40;

/** The same crowd, as large as each of `sizes` (rising), hearing the same talk from a server of this kind. */
export async function measurePeer(kind: PeerKind, sizes: readonly number[]): Promise<Map<number, Measured>> {
  const server = spawn(process.execPath, [path.join(import.meta.dirname, 'capacity-peer-server.ts'), kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const crowd = startCrowd();
  try {
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    const url = `ws://127.0.0.1:${line.toString().trim()}${ADDRESS[kind]}`;
    const measured = new Map<number, Measured>();
    let present = 0;
    for (const size of sizes) {
      const urls = Array.from({ length: size - present }, () => url);
      await crowd.ask('join', { urls, dialect: DIALECT[kind] });
      present = size;
      const plan = { from: 0, to: Math.min(TALKERS, size), perSecond: MESSAGES_PER_SECOND, seconds: SECONDS };
      if (size === sizes[0]) await crowd.ask('talk', { ...plan, seconds: 0.5 });
      measured.set(size, await measureTalk(crowd, plan, [server.pid ?? 0]));
    }
    return measured;
  } finally {
    crowd.stop();
    server.kill();
  }
}
