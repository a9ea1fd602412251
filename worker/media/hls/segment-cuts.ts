/** A sync sample of the track that decides where segments begin: its number, when it is shown and decoded. */
export type Cut = { sample: number; seconds: number; decodeSeconds: number };

/**
 * Chooses where segments begin, from one look at each sync sample in order: at the last one no more than the
 * target after the segment's start, else at the first one there is. Only the cuts are kept.
 */
export class SegmentCuts {
  readonly cuts: Cut[] = [];
  private readonly targetSeconds: number;
  private candidate: Cut | undefined;

  constructor(targetSeconds: number) {
    this.targetSeconds = targetSeconds;
  }

  addSync(sync: Cut): void {
    if (this.cuts.length === 0) return this.cut(sync);
    if (this.candidate && this.isTooLong(sync.seconds)) this.cut(this.candidate);
    this.candidate = sync;
    if (this.isTooLong(sync.seconds)) this.cut(sync);
  }

  finish(endSeconds: number): void {
    if (this.candidate && this.isTooLong(endSeconds)) this.cut(this.candidate);
  }

  private isTooLong(seconds: number): boolean {
    const start = this.cuts.at(-1)?.seconds ?? 0;
    return seconds - start > this.targetSeconds + 0.001;
  }

  private cut(at: Cut): void {
    this.cuts.push(at);
    this.candidate = undefined;
  }
}
