import { positionAt } from './playback-position.ts';
import { onBreak, type SyncMemory } from './sync-memory.ts';
import { done, type SyncAction, type SyncInput, type SyncStep } from './sync-step.ts';

/** Beyond what was learned: a seek aimed too far ahead waits, one aimed too near is late. */
const LEAD_MARGIN_MS = 60;

/** In a row without coming in step; then the picture is left to run and be nudged. */
export const MOST_CORRECTIONS = 3;

/** Seeks to where the screening will be once this device has sought and started. */
export function seekAhead(memory: SyncMemory, input: SyncInput, last: number, first: SyncAction[]): SyncStep {
  const { playback, serverMs } = input;
  const thereMs = serverMs + memory.seekLatencyMs + memory.startLatencyMs + LEAD_MARGIN_MS;
  const positionSeconds = positionAt(playback, thereMs, last);
  return {
    ...done(withSeek(memory, serverMs), 'settling'),
    actions: [...first, { kind: 'seek', positionSeconds }],
  };
}

/** What is remembered when a seek goes out. */
export const withSeek = (memory: SyncMemory, serverMs: number): SyncMemory => ({
  ...onBreak(memory, serverMs),
  seekCalledMs: serverMs,
  start: null,
  corrections: memory.corrections + 1,
});
