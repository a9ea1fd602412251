import { setTimeout as pause } from 'node:timers/promises';
import { startCrowd } from './capacity-drive.ts';
import type { CapacityStage } from './capacity-stage.ts';
import { atMost, holds, percentile, type Figure } from './figure.ts';
import { cpuMs } from './media-process.ts';
import { measureRoomAlone } from './capacity-alone.ts';

const SOCKETS = 10;
/** What ten people may say at once; then ten others come. */
const COMMENTS = SOCKETS * 50;
const ROUNDS = 5;
const PER_SECOND = 400;
/** Until the last batch is in Postgres. */
const SETTLE_MS = 400;

/**
 * The CPU a comment costs: what the room itself does with it, and all that workerd does (sockets, making it durable,
 * telling ten others, writing it through), less what workerd does when nothing happens.
 */
export async function measureComments({ stack, openRoom }: CapacityStage): Promise<Figure[]> {
  const alone = await measureRoomAlone();
  const room = await openRoom();
  const crowd = startCrowd();
  const seconds = COMMENTS / PER_SECOND;
  const roundsMs: number[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      await crowd.ask('join', { urls: await room.seats(SOCKETS), dialect: 'room' });
      await pause(SETTLE_MS);
      const before = cpuMs(stack.workerdPids);
      await crowd.ask('talk', { from: 0, to: SOCKETS, perSecond: PER_SECOND, seconds });
      await pause(SETTLE_MS);
      // The first finds everything cold.
      if (round > 0) roundsMs.push((cpuMs(stack.workerdPids) - before) / COMMENTS);
      await crowd.ask('leave', { keep: 0 });
    }
    const idleBefore = cpuMs(stack.workerdPids);
    await pause(seconds * 1_000 + SETTLE_MS);
    const idleMs = (cpuMs(stack.workerdPids) - idleBefore) / COMMENTS;
    const whole = percentile(roundsMs, 0.5) - idleMs;
    return [
      holds(
        'comment op, CPU in the room',
        '≤ 0.3 ms',
        `${alone.cpuMs.toFixed(2)} ms (all of workerd, sockets, disk and Postgres included: ${whole.toFixed(2)})`,
        alone.cpuMs <= 0.3,
      ),
      atMost('rows written for a comment', alone.rowsWritten, 3, '', 1),
    ];
  } finally {
    crowd.stop();
  }
}
