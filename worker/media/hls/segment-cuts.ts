/**
 * Chooses where segments begin, from one look at each sync sample in order: at the last one no more than the
 * target after the segment's start, else at the first one there is. Only the cuts are kept.
 */
export class SegmentCuts {
  readonly samples: number[] = [];
  readonly seconds: number[] = [];
  private readonly targetSeconds: number;
  private candidate: { sample: number; seconds: number } | undefined;

  constructor(targetSeconds: number) {
    this.targetSeconds = targetSeconds;
  }

  addSync(sample: number, seconds: number): void {
    if (this.samples.length === 0) return this.cut({ sample, seconds });
    if (this.candidate && this.isTooLong(seconds)) this.cut(this.candidate);
    this.candidate = { sample, seconds };
    if (this.isTooLong(seconds)) this.cut(this.candidate);
  }

  finish(endSeconds: number): void {
    if (this.candidate && this.isTooLong(endSeconds)) this.cut(this.candidate);
  }

  private isTooLong(seconds: number): boolean {
    const start = this.seconds.at(-1) ?? 0;
    return seconds - start > this.targetSeconds + 0.001;
  }

  private cut(at: { sample: number; seconds: number }): void {
    this.samples.push(at.sample);
    this.seconds.push(at.seconds);
    this.candidate = undefined;
  }
}
