import type { Box } from './box.ts';
import { ByteReader } from './byte-reader.ts';
import { damaged } from './media-error.ts';

export type FullBox = { version: number; flags: number; reader: ByteReader };

/** Opens a box that starts with a version and flags; the reader stands after them and ends with the box. */
export function openFullBox(bytes: Uint8Array, box: Box): FullBox {
  const reader = new ByteReader(bytes, box.body, box.end);
  const head = reader.u32();
  return { version: head >>> 24, flags: head & 0xffffff, reader };
}

/** Where a counted table lies. */
export type Table = { at: number; entries: number };

/** Reads a table's count and checks it against the bytes the box really has, before anyone loops over it. */
export function readTable(reader: ByteReader, entryBytes: number, name: string): Table {
  const entries = reader.u32();
  if (entries * entryBytes > reader.remaining) throw damaged(`its ${name} table is longer than its box`);
  return { at: reader.position, entries };
}
