/** Writes boxes into one growing buffer; sizes are filled in when a box closes. Reusable through `reset`. */
export class BoxWriter {
  private buffer: Uint8Array;
  private view: DataView;
  private used = 0;

  constructor(capacity = 1024) {
    this.buffer = new Uint8Array(capacity);
    this.view = new DataView(this.buffer.buffer);
  }

  get length(): number {
    return this.used;
  }

  reset(): void {
    this.used = 0;
  }

  u8(value: number): this {
    const at = this.grow(1);
    this.view.setUint8(at, value);
    return this;
  }

  u16(value: number): this {
    const at = this.grow(2);
    this.view.setUint16(at, value);
    return this;
  }

  u32(value: number): this {
    const at = this.grow(4);
    this.view.setUint32(at, value);
    return this;
  }

  i32(value: number): this {
    const at = this.grow(4);
    this.view.setInt32(at, value);
    return this;
  }

  f64(value: number): this {
    const at = this.grow(8);
    this.view.setFloat64(at, value);
    return this;
  }

  u64(value: number): this {
    const at = this.grow(8);
    this.view.setBigUint64(at, BigInt(value));
    return this;
  }

  text(value: string): this {
    for (let i = 0; i < value.length; i++) this.u8(value.charCodeAt(i));
    return this;
  }

  bytes(value: Uint8Array): this {
    const at = this.grow(value.length);
    this.buffer.set(value, at);
    return this;
  }

  zeros(count: number): this {
    const at = this.grow(count);
    this.buffer.fill(0, at, at + count);
    return this;
  }

  patchI32(at: number, value: number): void {
    this.view.setInt32(at, value);
  }

  box(type: string, content: () => void): this {
    const start = this.used;
    this.u32(0).text(type);
    content();
    this.view.setUint32(start, this.used - start);
    return this;
  }

  fullBox(type: string, version: number, flags: number, content: () => void): this {
    return this.box(type, () => {
      this.u32(((version << 24) | flags) >>> 0);
      content();
    });
  }

  /** A copy of what was written. */
  take(): Uint8Array {
    return this.buffer.slice(0, this.used);
  }

  /** Where the next `count` bytes go. @NOTE may replace `view`: call it before taking hold of one. */
  private grow(count: number): number {
    const at = this.used;
    if (at + count > this.buffer.length) {
      const larger = new Uint8Array(Math.max(this.buffer.length * 2, at + count));
      larger.set(this.buffer);
      this.buffer = larger;
      this.view = new DataView(larger.buffer);
    }
    this.used = at + count;
    return at;
  }
}
