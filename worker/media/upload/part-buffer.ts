import type { Progress } from './receive-body.ts';

/** The part being filled: as long as all others, or what is left of the file. Its memory is reused. */
export class PartBuffer {
  private readonly lengthBytes: number;
  private readonly partBytes: number;
  private readonly memory: Uint8Array;
  private capacity = 0;
  private used = 0;
  private sent = 0;

  constructor(progress: Progress, partBytes: number) {
    this.lengthBytes = progress.lengthBytes;
    this.partBytes = partBytes;
    this.memory = new Uint8Array(Math.min(partBytes, progress.lengthBytes));
    this.startAt(progress);
  }

  startAt({ offsetBytes, tailBytes }: Progress): void {
    this.capacity = Math.min(this.partBytes, this.lengthBytes - (offsetBytes - tailBytes));
    this.used = 0;
    this.sent = 0;
  }

  get isAfterEnd(): boolean {
    return this.capacity === 0;
  }

  get missingBytes(): number {
    return this.capacity - this.used;
  }

  get isFull(): boolean {
    return this.missingBytes === 0;
  }

  get bytes(): Uint8Array {
    return this.memory.subarray(0, this.used);
  }

  /** Takes what fits; says how many bytes that were. */
  add(chunk: Uint8Array): number {
    const taken = Math.min(chunk.length, this.missingBytes);
    this.memory.set(chunk.subarray(0, taken), this.used);
    this.used += taken;
    return taken;
  }

  /** What has not been taken this way yet, when it is `leastBytes` or the rest of a full part. */
  takeUnsent(leastBytes: number): Uint8Array | undefined {
    const unsentBytes = this.used - this.sent;
    if (unsentBytes === 0 || (unsentBytes < leastBytes && !this.isFull)) return undefined;
    const bytes = this.memory.subarray(this.sent, this.used);
    this.sent = this.used;
    return bytes;
  }
}
