import type { Watermark } from './postgres.ts';
import type { Batch } from './rows.ts';
import { backoffMs, OUR_FAULT_RETRY_MS, type Retry } from './backoff.ts';
import { sqlStateOf, verdictOf } from './verdict.ts';

/** Events that go to Postgres in one request. */
export const BATCH_EVENTS = 500;

export type Drained =
  | { kind: 'clean' }
  /** Everything stays and is tried again. */
  | { kind: 'later'; delayMs: number }
  /** The video is gone: there is nothing to write to. */
  | { kind: 'missing' }
  /** Postgres has seen more of this room than the room itself: its storage was lost or put back. */
  | { kind: 'overtaken' };

export interface DrainDeps {
  nextBatch: (limit: number) => Batch | undefined;
  write: (batch: Batch) => Promise<Watermark | undefined>;
  markWritten: (batch: Batch, durationSeconds: number | null) => void;
  /** Sets one entry aside, with the reason, so that the others can pass. */
  park: (batch: Batch, reason: string) => void;
  /** Notes one more failure in a row. */
  noteFailure: () => Retry;
  warn: (message: string, error: unknown) => void;
}

/** Writes the outbox through, batch by batch, until there is no next one or something is in the way. Never throws. */
export async function drain(deps: DrainDeps): Promise<Drained> {
  let limit = BATCH_EVENTS;
  for (;;) {
    const batch = deps.nextBatch(limit);
    if (!batch) return { kind: 'clean' };
    try {
      const watermark = await deps.write(batch);
      if (!watermark) return { kind: 'missing' };
      if (isOvertaken(batch, watermark)) return { kind: 'overtaken' };
      deps.markWritten(batch, watermark.durationSeconds);
      limit = Math.min(BATCH_EVENTS, limit * 2);
    } catch (error) {
      const verdict = verdictOf(error);
      if (verdict !== 'bad-row') return later(deps, verdict, error);
      if (batch.entries.length === 1) deps.park(batch, reasonOf(error));
      else limit = Math.max(1, Math.floor(batch.entries.length / 2));
    }
  }
}

const isOvertaken = (batch: Batch, watermark: Watermark): boolean =>
  watermark.epoch > batch.epoch || (watermark.epoch === batch.epoch && watermark.flushedSeq > batch.roomSeq);

function later(deps: DrainDeps, verdict: 'transient' | 'our-fault', error: unknown): Drained {
  const retry = deps.noteFailure();
  if (verdict === 'our-fault') {
    deps.warn('Postgres refuses what this version writes. Nothing is lost; it needs a fix.', error);
    return { kind: 'later', delayMs: OUR_FAULT_RETRY_MS };
  }
  return { kind: 'later', delayMs: backoffMs(retry) };
}

const reasonOf = (error: unknown): string =>
  `${sqlStateOf(error) ?? ''} ${error instanceof Error ? error.message : String(error)}`.trim().slice(0, 500);
