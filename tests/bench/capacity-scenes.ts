import { setTimeout as pause } from 'node:timers/promises';
import type { Heard, TalkPlan } from './capacity-crowd.ts';
import type { Crowd } from './capacity-drive.ts';
import { atMost, holds, percentile, type Figure } from './figure.ts';
import { cpuMs } from './media-process.ts';

/** Comments a second, whoever hears them: with a thousand sockets more than 200,000 deliveries. */
export const MESSAGES_PER_SECOND = 230;
const SILENCE_MS = 3_000;
/** What a socket of a crowd may cost to join, and all that follows from the others' joining. */
const JOIN_BYTES = 32_000;

/** A talk, and what the server needed for it. */
export interface Measured extends Heard {
  perSecond: number;
  cores: number;
}

export async function measureTalk(crowd: Crowd, plan: TalkPlan, processIds: number[]): Promise<Measured> {
  const before = cpuMs(processIds);
  const begun = performance.now();
  const heard = await crowd.ask('talk', plan);
  const cores = (cpuMs(processIds) - before) / (performance.now() - begun);
  return { ...heard, perSecond: (heard.received / heard.tookMs) * 1_000, cores };
}

/** All come at once into a screening that plays; then nobody says anything. */
export async function measureJoining(crowd: Crowd, urls: string[]): Promise<Figure[]> {
  const { tookMs } = await crowd.ask('join', { urls, dialect: 'room' });
  // The last heads are counted within two seconds.
  await pause(3_000);
  const joined = await crowd.ask('bytes');
  await pause(SILENCE_MS);
  const silent = await crowd.ask('bytes');
  const ended = await crowd.ask('ended');
  if (ended.length > 0) throw new Error(`${ended.length} sockets ended: ${ended[0]}`);
  const [median, most] = [percentile(joined, 0.5), Math.max(...joined)];
  const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} KB`;
  const whileSilent = silent.reduce((sum, bytes, n) => sum + bytes - (joined[n] ?? 0), 0);
  return [
    holds(
      `bytes to each of ${urls.length} joining one screening`,
      `≤ ${JOIN_BYTES / 1_000} KB`,
      `most ${kilobytes(most)}, median ${kilobytes(median)}`,
      most <= JOIN_BYTES,
    ),
    atMost(`${urls.length} have joined`, tookMs / 1_000, 5, 's', 1),
    atMost('down to all of them, playing and silent', (whileSilent * 1_000) / SILENCE_MS, 0, 'B/s'),
  ];
}

export const describe = ({ perSecond, p50Ms, p99Ms, cores }: Measured): string =>
  `${Math.round(perSecond).toLocaleString('en')} events/s, p50 ${p50Ms.toFixed(0)} ms, ` +
  `p99 ${p99Ms.toFixed(0)} ms, ${cores.toFixed(2)} cores`;

export function broadcastFigures(room: Measured, peers: readonly { name: string; measured: Measured }[]) {
  const { perSecond, p99Ms, cores } = room;
  const others = peers.map(({ name, measured }) => `${name}: ${describe(measured)}`);
  console.log([`Lockstep: ${describe(room)}`, ...others].join('\n'));
  const beside = (of: (measured: Measured) => string): string =>
    peers.map(({ name, measured }) => `${name} ${of(measured)}`).join(', ');
  const thousands = (measured: Measured): string =>
    (Math.round(measured.perSecond / 1_000) * 1_000).toLocaleString('en');
  return [
    holds(
      'events delivered to 1,000 sockets',
      '≥ 200,000/s',
      `${Math.round(perSecond).toLocaleString('en')}/s (${beside(thousands)})`,
      perSecond >= 200_000,
    ),
    holds(
      'from sending to receipt, p99',
      '≤ 300 ms',
      `${p99Ms.toFixed(0)} ms (${beside((peer) => peer.p99Ms.toFixed(0))})`,
      p99Ms <= 300,
    ),
    holds(
      'CPU of it',
      '≤ 1 core',
      `${cores.toFixed(2)} cores (${beside((peer) => peer.cores.toFixed(2))})`,
      cores <= 1,
    ),
  ];
}
