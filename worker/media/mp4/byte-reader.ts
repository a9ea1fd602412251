import { damaged } from './media-error.ts';

/** Reads big-endian numbers between two positions; beyond them is a MediaError, never another box's bytes. */
export class ByteReader {
  position: number;
  readonly end: number;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.position = start;
    this.end = Math.min(end, bytes.length);
  }

  get remaining(): number {
    return this.end - this.position;
  }

  u8(): number {
    return this.view.getUint8(this.take(1));
  }

  u16(): number {
    return this.view.getUint16(this.take(2));
  }

  u32(): number {
    return this.view.getUint32(this.take(4));
  }

  i32(): number {
    return this.view.getInt32(this.take(4));
  }

  f64(): number {
    return this.view.getFloat64(this.take(8));
  }

  u64(): number {
    const value = Number(this.view.getBigUint64(this.take(8)));
    if (!Number.isSafeInteger(value)) throw damaged('a number in it is impossibly large');
    return value;
  }

  i64(): number {
    const value = Number(this.view.getBigInt64(this.take(8)));
    if (!Number.isSafeInteger(value)) throw damaged('a number in it is impossibly large');
    return value;
  }

  text(length: number): string {
    return String.fromCharCode(...this.subarray(length));
  }

  /** A view, not a copy. */
  subarray(length: number): Uint8Array {
    const start = this.take(length);
    return this.bytes.subarray(start, start + length);
  }

  skip(length: number): void {
    this.take(length);
  }

  private take(length: number): number {
    const start = this.position;
    if (length < 0 || length > this.end - start) throw damaged('one of its boxes ends too early');
    this.position = start + length;
    return start;
  }
}
