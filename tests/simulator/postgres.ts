import type { Reopened, RoomDatabase, Watermark } from '#rooms/flush/postgres.ts';
import type { Batch } from '#rooms/flush/rows.ts';
import { momentKey } from '#rooms/state/reaction.ts';
import type { StoredProgress } from '#rooms/storage/progress.ts';
import type { Chance } from './chance.ts';
import type { Timeline } from './timeline.ts';

/** What stands in Postgres, as the flush's guards write it; away at times, and at times it commits and never answers. */
export class SimulatedPostgres implements RoomDatabase {
  readonly versions = new Map<string, number>();
  readonly likes = new Map<string, boolean>();
  /** By second and emoji. */
  readonly reactions = new Map<string, number>();
  /** By user. */
  readonly progress = new Map<string, StoredProgress>();
  watermark: Watermark;
  awayUntilMs = -Infinity;
  readonly #timeline: Timeline;
  readonly #chance: Chance;

  constructor(timeline: Timeline, chance: Chance, durationSeconds: number) {
    this.#timeline = timeline;
    this.#chance = chance;
    this.watermark = { epoch: 0, flushedSeq: 0, durationSeconds };
  }

  write(batch: Batch): Promise<Watermark | undefined> {
    const isSilent = this.#chance.isHit(0.02);
    return this.#answer(() => this.#commit(batch), isSilent);
  }

  reopen(): Promise<Reopened | undefined> {
    return this.#answer(() => {
      this.watermark = { ...this.watermark, epoch: this.watermark.epoch + 1, flushedSeq: 0 };
      const { epoch, durationSeconds } = this.watermark;
      const nothing = { comments: [], likes: [], reactions: [], progress: [], screenings: [], attendees: [] };
      return { epoch, durationSeconds, ...nothing };
    }, false);
  }

  #answer<T>(commit: () => T, isSilent: boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#timeline.after(this.#chance.between(3, 60), null, () => {
        if (this.awayUntilMs > this.#timeline.nowMs) return reject(new Error('connection refused'));
        const answer = commit();
        if (!isSilent) return resolve(answer);
        this.#timeline.after(10_000, null, () => reject(new Error('Postgres did not answer in time.')));
      });
    });
  }

  #commit(batch: Batch): Watermark {
    const before = this.watermark;
    if (before.epoch !== batch.epoch) return before;
    for (const { comment } of batch.comments)
      this.versions.set(comment.id, Math.max(comment.version, this.versions.get(comment.id) ?? 0));
    for (const like of batch.likes) this.likes.set(`${like.userId} ${like.target}`, like.isLiked);
    for (const { second, emoji, count } of batch.reactions) {
      const key = momentKey({ second, emoji });
      this.reactions.set(key, Math.max(count, this.reactions.get(key) ?? 0));
    }
    for (const one of batch.progress)
      if ((this.progress.get(one.userId)?.atMs ?? 0) <= one.atMs) this.progress.set(one.userId, one);
    if (before.flushedSeq < batch.upToSeq) this.watermark = { ...before, flushedSeq: batch.upToSeq };
    return before;
  }
}
