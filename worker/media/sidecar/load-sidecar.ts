import { RecentlyUsed } from '../recently-used.ts';
import { FIRST_READ_BYTES } from './sidecar-format.ts';
import { readHeadBytes, SidecarHead } from './sidecar-head.ts';

/**
 * What an isolate remembers of sidecars. Versions never change, so nothing here is ever stale; only the room
 * is bounded: an hour of video is about 25 KB of head and 3 MB of fragments.
 */
const heads = new RecentlyUsed<SidecarHead>(4 * 1024 * 1024);
const blocks = new RecentlyUsed<Uint8Array>(12 * 1024 * 1024);

/** The head of a sidecar, from memory or with one range read (two for very long videos). */
export async function loadSidecar(bucket: R2Bucket, key: string): Promise<SidecarHead | undefined> {
  const known = heads.get(key);
  if (known) return known;
  const bytes = await readHead(bucket, key);
  if (!bytes) return undefined;
  const head = new SidecarHead(bytes);
  heads.set(key, head, head.sizeBytes);
  return head;
}

/**
 * One segment's fragment. It is read together with its neighbours: who plays needs them next, and most
 * segments then cost a single read, that of their media.
 */
export async function loadFragment(
  bucket: R2Bucket,
  { key, head, number }: { key: string; head: SidecarHead; number: number },
): Promise<Uint8Array | undefined> {
  const place = head.fragmentPlace(number);
  if (!place) return undefined;
  const { block, offset, length } = place;
  const blockKey = `${key}#${block.offset}`;
  let bytes = blocks.get(blockKey);
  if (!bytes) {
    bytes = await readRange(bucket, key, block);
    if (!bytes) return undefined;
    blocks.set(blockKey, bytes, bytes.length);
  }
  return bytes.subarray(offset - block.offset, offset - block.offset + length);
}

async function readHead(bucket: R2Bucket, key: string): Promise<Uint8Array | undefined> {
  const first = await readRange(bucket, key, { offset: 0, length: FIRST_READ_BYTES });
  if (!first) return undefined;
  const headBytes = readHeadBytes(first);
  return headBytes <= first.length ? first : readRange(bucket, key, { offset: 0, length: headBytes });
}

type Range = { offset: number; length: number };

async function readRange(bucket: R2Bucket, key: string, range: Range): Promise<Uint8Array | undefined> {
  const object = await bucket.get(key, { range });
  return object ? new Uint8Array(await object.arrayBuffer()) : undefined;
}
