/** Boxes as nested values, written and read independently of the product's own reader and writer. */
export type Part = Uint8Array | string | number[];

const encode = (part: Part): Uint8Array =>
  typeof part === 'string'
    ? Uint8Array.from(part, (character) => character.charCodeAt(0))
    : Uint8Array.from(part);

export const concat = (...parts: Part[]): Uint8Array<ArrayBuffer> => concatAll(parts);

/** For lists too long to be arguments. */
export function concatAll(parts: Part[]): Uint8Array<ArrayBuffer> {
  const arrays = parts.map((part) => (part instanceof Uint8Array ? part : encode(part)));
  const all = new Uint8Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

export const u16 = (...values: number[]): Uint8Array =>
  concat(...values.map((value) => [(value >>> 8) & 255, value & 255]));
export const u32 = (...values: number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, index) => view.setUint32(4 * index, value));
  return new Uint8Array(view.buffer);
};
export const u64 = (...values: number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, index) => view.setBigInt64(8 * index, BigInt(value)));
  return new Uint8Array(view.buffer);
};
export const zeros = (count: number): Uint8Array => new Uint8Array(count);

export function box(type: string, ...parts: Part[]): Uint8Array {
  const body = concat(...parts);
  return concat(u32(body.length + 8), type, body);
}
export const fullBox = (type: string, version: number, flags: number, ...parts: Part[]): Uint8Array =>
  box(type, u32(version * 0x1000000 + flags), ...parts);

export type Found = { type: string; start: number; body: number; end: number };

export function listBoxes(bytes: Uint8Array, from = 0, to = bytes.length): Found[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Found[] = [];
  for (let start = from; start + 8 <= to;) {
    const size32 = view.getUint32(start);
    const size = size32 === 1 ? Number(view.getBigUint64(start + 8)) : size32;
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    if (size < 8) break;
    found.push({ type, start, body: start + (size32 === 1 ? 16 : 8), end: start + size });
    start += size;
  }
  return found;
}

/** All boxes at a path, e.g. `moov trak mdia`: every match of every step. */
export function findAll(bytes: Uint8Array, path: string, from = 0, to = bytes.length): Found[] {
  const [type, ...rest] = path.split(' ');
  const here = listBoxes(bytes, from, to).filter((found) => found.type === type);
  if (rest.length === 0) return here;
  return here.flatMap((found) => findAll(bytes, rest.join(' '), found.body, found.end));
}
