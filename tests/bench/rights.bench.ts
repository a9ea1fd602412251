/** How soon a right that was taken away, or a session or key that has ended, is gone, over the real stack. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { waysToEnd, type Ended } from '#tests/support/rights-ended.ts';
import { waysToLeave, type SeatsEnded } from '#tests/support/seats-ended.ts';
import { startStack } from '../../worker/local/stack.ts';
import { atMost, percentile, report, type Figure } from './figure.ts';

const ROUNDS = 20;
const AT_MOST_MS = 1_000;

async function measure(way: string, end: () => Promise<Ended>): Promise<Figure> {
  const rounds: Ended[] = [];
  await end();
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await end());
  const middle = (of: (ended: Ended) => number): string => percentile(rounds.map(of), 0.5).toFixed(0);
  const both = rounds.map(({ closedMs, refusedMs }) => Math.max(closedMs, refusedMs));
  const middles = `middle of ${ROUNDS}: ${middle((e) => e.closedMs)} and ${middle((e) => e.refusedMs)} ms`;
  const name = `${way} → socket closed and media refused, slowest (${middles})`;
  return atMost(name, Math.max(...both), AT_MOST_MS, 'ms');
}

/** Of the sockets in five rooms the last. */
async function measureSeats(way: string, end: () => Promise<SeatsEnded>): Promise<Figure> {
  const rounds: number[] = [];
  await end();
  for (let round = 0; round < ROUNDS; round += 1) rounds.push((await end()).closedMs);
  const middle = percentile(rounds, 0.5).toFixed(0);
  const name = `${way} → socket closed, in five rooms, slowest (middle of ${ROUNDS}: ${middle} ms)`;
  return atMost(name, Math.max(...rounds), AT_MOST_MS, 'ms');
}

const folder = mkdtempSync(join(os.tmpdir(), 'lockstep-rights-'));
const stack = await startStack({ dataDir: folder, quiet: true });
try {
  const figures: Figure[] = [];
  for (const [way, end] of Object.entries(await waysToEnd(stack.origin, stack.superuserUrl)))
    figures.push(await measure(way, end));
  for (const [way, end] of Object.entries(await waysToLeave(stack.origin)))
    figures.push(await measureSeats(way, end));
  report('Rights taken away', figures);
} finally {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
}
