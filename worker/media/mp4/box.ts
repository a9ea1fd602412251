import { ByteReader } from './byte-reader.ts';
import { damaged } from './media-error.ts';

/** Positions of one box in the bytes it was found in. `body` is where its content starts, `end` is past it. */
export type Box = { type: string; start: number; body: number; end: number };

/** A container with more children than this is hostile, not a film. */
const MAX_CHILDREN = 4096;

/**
 * The boxes between two positions. A size that makes no sense ends the walk quietly: real files carry
 * padding and QuickTime terminators there, and a box that is needed is then missed with its name.
 */
export function* childBoxes(bytes: Uint8Array, from: number, to: number): Generator<Box> {
  const end = Math.min(to, bytes.length);
  let start = from;
  for (let children = 0; start + 8 <= end; children++) {
    if (children === MAX_CHILDREN) throw damaged('it has too many boxes inside one another');
    const box = boxAt(bytes, start, end);
    if (!box) return;
    yield box;
    start = box.end;
  }
}

function boxAt(bytes: Uint8Array, start: number, limit: number): Box | undefined {
  const reader = new ByteReader(bytes, start, limit);
  const size32 = reader.u32();
  const type = reader.text(4);
  if (size32 === 1 && reader.remaining < 8) return undefined;
  const size = size32 === 1 ? reader.u64() : size32 === 0 ? limit - start : size32;
  if (size < reader.position - start || size > limit - start) return undefined;
  return { type, start, body: reader.position, end: start + size };
}

/** Follows a path of types, taking the first child of each. */
export function findBox(bytes: Uint8Array, parent: Box, ...path: string[]): Box | undefined {
  let current = parent;
  for (const type of path) {
    const child = firstChild(bytes, current, type);
    if (!child) return undefined;
    current = child;
  }
  return current;
}

export function getBox(bytes: Uint8Array, parent: Box, ...path: string[]): Box {
  const box = findBox(bytes, parent, ...path);
  if (!box) throw damaged(`its index lacks ${path.at(-1)}`);
  return box;
}

function firstChild(bytes: Uint8Array, parent: Box, type: string): Box | undefined {
  for (const box of childBoxes(bytes, parent.body, parent.end)) if (box.type === type) return box;
  return undefined;
}
