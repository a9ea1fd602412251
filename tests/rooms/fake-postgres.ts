import type { Reopened, RoomDatabase, Watermark } from '#rooms/flush/postgres.ts';
import type { Batch } from '#rooms/flush/rows.ts';

/** Remembers batches as Postgres would and fails on demand. */
export class FakePostgres implements RoomDatabase {
  watermark: Watermark | undefined = { epoch: 0, flushedSeq: 0, durationSeconds: 60 };
  readonly batches: Batch[] = [];
  /** Thrown by the next calls, in order. */
  readonly failures: unknown[] = [];
  /** Refused for as long as it stands in a batch. */
  badCommentId: string | undefined;
  known: Partial<Reopened> = {};
  /** Holds the next write until it is called. */
  gate: Promise<void> | undefined;

  async write(batch: Batch): Promise<Watermark | undefined> {
    await this.gate;
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    if (batch.comments.some(({ comment }) => comment.id === this.badCommentId))
      throw Object.assign(new Error('check violated'), { code: '23514' });
    const before = this.watermark;
    if (!before) return undefined;
    this.batches.push(batch);
    if (before.epoch === batch.epoch && before.flushedSeq < batch.upToSeq)
      this.watermark = { ...before, flushedSeq: batch.upToSeq };
    return before;
  }

  async reopen(): Promise<Reopened | undefined> {
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    if (!this.watermark) return undefined;
    this.watermark = { ...this.watermark, epoch: this.watermark.epoch + 1, flushedSeq: 0 };
    const { epoch, durationSeconds } = this.watermark;
    return {
      epoch,
      durationSeconds,
      comments: [],
      likes: [],
      reactions: [],
      progress: [],
      screenings: [],
      attendees: [],
      ...this.known,
    };
  }
}
