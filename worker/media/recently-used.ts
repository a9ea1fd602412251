/** Values of one isolate, bounded by their bytes: the least recently used go first. */
export class RecentlyUsed<Value> {
  private readonly entries = new Map<string, { value: Value; sizeBytes: number }>();
  private readonly maxBytes: number;
  private totalBytes = 0;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    // A map keeps the order of insertion: taking it out and in again makes it the youngest.
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value, sizeBytes: number): void {
    this.delete(key);
    this.entries.set(key, { value, sizeBytes });
    this.totalBytes += sizeBytes;
    for (const oldest of this.entries.keys()) {
      if (this.totalBytes <= this.maxBytes || oldest === key) return;
      this.delete(oldest);
    }
  }

  private delete(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.totalBytes -= entry.sizeBytes;
  }
}
