import type { ClockStamps } from './clock-filter.ts';
import { localNowMs } from './local-clock.ts';
import { readShape } from './wire/read.ts';
import type { Shape } from './wire/shape.ts';

export type Probe = () => Promise<ClockStamps>;

const CLOCK_ANSWER: Shape = {
  type: 'object',
  properties: { receivedMs: { type: 'number' }, sentMs: { type: 'number' } },
  required: ['receivedMs', 'sentMs'],
};

/**
 * Asks the stateless clock route. A busy page hears of the answer late, so where the browser kept the network's
 * own stamps of this request they are taken instead of when our code ran.
 */
export function createProbe(fetcher: typeof fetch): Probe {
  let asked = 0;
  return async () => {
    asked += 1;
    const url = `/clock?n=${asked}`;
    const askedMs = localNowMs();
    const response = await fetcher(url, { cache: 'no-store' });
    const heardMs = localNowMs();
    if (!response.ok) throw new Error(`The clock answered ${response.status}.`);
    const answer = readShape<{ receivedMs: number; sentMs: number }>(CLOCK_ANSWER, await response.json());
    if (!answer) throw new Error('The clock answered something else than the time.');
    const network = networkStamps(url, askedMs, heardMs);
    return { receivedMs: answer.receivedMs, answeredMs: answer.sentMs, ...(network ?? { askedMs, heardMs }) };
  };
}

function networkStamps(url: string, askedMs: number, heardMs: number) {
  const entries = performance.getEntriesByType?.('resource') ?? [];
  const entry = entries.findLast((one) => one.name.endsWith(url));
  if (!(entry instanceof PerformanceResourceTiming)) return null;
  const sentMs = performance.timeOrigin + entry.requestStart;
  const firstByteMs = performance.timeOrigin + entry.responseStart;
  const isSound =
    entry.requestStart > 0 && askedMs <= sentMs && sentMs < firstByteMs && firstByteMs <= heardMs;
  return isSound ? { askedMs: sentMs, heardMs: firstByteMs } : null;
}
