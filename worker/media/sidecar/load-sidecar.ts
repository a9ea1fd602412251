import { FIRST_READ_BYTES } from './sidecar-format.ts';
import { readHeadBytes, SidecarHead } from './sidecar-head.ts';

/** Decoded heads of one isolate, least recently used out first. About 16 KB for half an hour of video. */
const MAX_CACHED_BYTES = 8 * 1024 * 1024;
const cached = new Map<string, SidecarHead>();
let cachedBytes = 0;

/** The head of a sidecar, from memory or with one range read (two for very long videos). */
export async function loadSidecar(bucket: R2Bucket, key: string): Promise<SidecarHead | undefined> {
  const known = cached.get(key);
  if (known) {
    cached.delete(key);
    cached.set(key, known);
    return known;
  }
  const bytes = await readHead(bucket, key);
  if (!bytes) return undefined;
  const head = new SidecarHead(bytes);
  remember(key, head);
  return head;
}

async function readHead(bucket: R2Bucket, key: string): Promise<Uint8Array | undefined> {
  const first = await readStart(bucket, key, FIRST_READ_BYTES);
  if (!first) return undefined;
  const headBytes = readHeadBytes(first);
  return headBytes <= first.length ? first : readStart(bucket, key, headBytes);
}

async function readStart(bucket: R2Bucket, key: string, length: number): Promise<Uint8Array | undefined> {
  const object = await bucket.get(key, { range: { offset: 0, length } });
  return object ? new Uint8Array(await object.arrayBuffer()) : undefined;
}

/** Versions never change, so nothing is ever stale here; only the room is bounded. */
function remember(key: string, head: SidecarHead): void {
  const again = cached.get(key);
  cachedBytes += head.sizeBytes - (again?.sizeBytes ?? 0);
  cached.delete(key);
  cached.set(key, head);
  for (const [oldest, { sizeBytes }] of cached) {
    if (cachedBytes <= MAX_CACHED_BYTES || oldest === key) break;
    cached.delete(oldest);
    cachedBytes -= sizeBytes;
  }
}
