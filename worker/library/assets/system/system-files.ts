import { makeColourBars } from './colour-bars.ts';
import { makeCountdownLeader } from './countdown-leader.ts';
import { encodeWav } from './wav.ts';

const SAMPLES_PER_SECOND = 48_000;

/** One frame (of 24 a second) of 1 kHz, then silence until two seconds have gone by. */
function makeTwoPop(): Uint8Array {
  const samples = new Float32Array(2 * SAMPLES_PER_SECOND);
  for (let index = 0; index < SAMPLES_PER_SECOND / 24; index += 1)
    samples[index] = 0.1 * Math.sin((2 * Math.PI * 1000 * index) / SAMPLES_PER_SECOND);
  return encodeWav(samples, SAMPLES_PER_SECOND);
}

/** What the product brings along is made by itself, when it is first asked for: no foreign media, nothing to store. */
const MAKERS: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'colour-bars': makeColourBars,
  'countdown-leader': makeCountdownLeader,
  'two-pop': makeTwoPop,
};
const made = new Map<string, Promise<Uint8Array>>();

export const SYSTEM_FILES: readonly string[] = Object.keys(MAKERS);

/** The bytes of a system asset; undefined where none of ours has that name. */
export async function makeSystemFile(systemId: string): Promise<Uint8Array | undefined> {
  const make = Object.hasOwn(MAKERS, systemId) ? MAKERS[systemId] : undefined;
  if (!make) return undefined;
  const known = made.get(systemId) ?? Promise.resolve(make());
  made.set(systemId, known);
  return known;
}
