import { setTimeout as pause } from 'node:timers/promises';
import { startBareObject } from './capacity-bare.ts';
import { CONTENT, type DialectName } from './capacity-dialects.ts';
import { startCrowd, type Crowd } from './capacity-drive.ts';
import type { CapacityStage } from './capacity-stage.ts';
import { atMost, holds, type Figure } from './figure.ts';
import { cpuMs } from './media-process.ts';
import { measureRoomAlone } from './capacity-alone.ts';

const SOCKETS = 10;
/** What ten people may say at once; then ten others come. */
const COMMENTS = SOCKETS * 50;
const ROUNDS = 5;
const PER_SECOND = 400;
/** Until the last batch is in Postgres. */
const SETTLE_MS = 400;
const TALK_MS = (COMMENTS / PER_SECOND) * 1_000;
const ALIKE = 0.05;

/** One server that is talked to, and of each round what its workerd used and sent for one comment. */
interface Server {
  dialect: DialectName;
  processIds: number[];
  /** Where `SOCKETS` people sit who have not said anything yet. */
  seats(): Promise<string[]>;
  cpuMs: number[];
  bytes: number[];
}

async function talkOnce(crowd: Crowd, server: Server): Promise<void> {
  await crowd.ask('join', { urls: await server.seats(), dialect: server.dialect });
  await pause(SETTLE_MS);
  const before = cpuMs(server.processIds);
  const plan = { from: 0, to: SOCKETS, perSecond: PER_SECOND, seconds: TALK_MS / 1_000 };
  const { bytes, received } = await crowd.ask('talk', plan);
  await pause(SETTLE_MS);
  server.cpuMs.push((cpuMs(server.processIds) - before) / COMMENTS);
  server.bytes.push(bytes / COMMENTS);
  await crowd.ask('leave', { keep: 0 });
  if (received !== COMMENTS * SOCKETS)
    throw new Error(`Of ${COMMENTS * SOCKETS} deliveries ${received} came.`);
}

/** What their workerds do while nothing happens, in the time and per comment of a round. */
async function idleCpuMs(servers: readonly Server[]): Promise<number[]> {
  const before = servers.map(({ processIds }) => cpuMs(processIds));
  await pause(TALK_MS + SETTLE_MS);
  return servers.map(({ processIds }, n) => (cpuMs(processIds) - (before[n] ?? 0)) / COMMENTS);
}

/**
 * The CPU a comment costs: all that workerd does for one (sockets, making it durable, telling ten others, writing it
 * through), beside all it does for a bare object that keeps three rows and sends as much, to as many, as often. Their
 * difference is what the room adds. They take turns, so that a machine that is busier for a while is so for both.
 */
export async function measureComments({ stack, openRoom }: CapacityStage): Promise<Figure[]> {
  const alone = await measureRoomAlone();
  const room = await openRoom();
  const bareStage = await startBareObject(CONTENT);
  const crowd = startCrowd();
  const product: Server = {
    dialect: 'room',
    processIds: stack.workerdPids,
    seats: () => room.seats(SOCKETS),
    cpuMs: [],
    bytes: [],
  };
  const bare: Server = {
    dialect: 'ws',
    processIds: bareStage.processIds,
    seats: () => Promise.resolve(Array<string>(SOCKETS).fill(bareStage.url)),
    cpuMs: [],
    bytes: [],
  };
  try {
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const server of [product, bare]) await talkOnce(crowd, server);
    const [idleRoom = 0, idleBare = 0] = await idleCpuMs([product, bare]);
    const [ofRoom, ofBare] = [warm(product.cpuMs) - idleRoom, warm(bare.cpuMs) - idleBare];
    const [roomBytes, bareBytes] = [warm(product.bytes), warm(bare.bytes)];
    if (Math.abs(bareBytes / roomBytes - 1) > ALIKE)
      throw new Error(`The bare object sends ${bareBytes} bytes for a comment, the room ${roomBytes}.`);
    return [
      holds(
        'comment op, CPU in the room: workerd for the room − for a bare object',
        '≤ 0.3 ms',
        `${(ofRoom - ofBare).toFixed(2)} ms (${ofRoom.toFixed(2)} − ${ofBare.toFixed(2)}; ` +
          `the room's code alone in Node: ${alone.cpuMs.toFixed(2)})`,
        ofRoom - ofBare <= 0.3,
      ),
      atMost('rows written for a comment', alone.rowsWritten, 3, '', 1),
    ];
  } finally {
    crowd.stop();
    room.host.close();
    await bareStage.stop();
  }
}

/** Without the first round, which finds everything cold, nor the least and the most of the others: their mean. */
function warm([, ...rounds]: readonly number[]): number {
  const middle = [...rounds].sort((a, b) => a - b).slice(1, -1);
  return middle.reduce((sum, one) => sum + one, 0) / middle.length;
}
