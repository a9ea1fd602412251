/** A run of bytes of one object in R2. A body is a list of these, back to back. */
export type StoredBytes = { key: string; offset: number; length: number };

export const lengthOf = (parts: StoredBytes[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/** The same body from byte `start` to byte `end`, both included. */
export function sliceStored(parts: StoredBytes[], start: number, end: number): StoredBytes[] {
  const slices: StoredBytes[] = [];
  let position = 0;
  for (const { key, offset, length } of parts) {
    const from = Math.max(start - position, 0);
    const to = Math.min(end + 1 - position, length);
    if (from < to) slices.push({ key, offset: offset + from, length: to - from });
    position += length;
  }
  return slices;
}

/**
 * Streams them in order without a byte passing through JavaScript; undefined where an object is gone. The
 * first two are asked for at once (fragment and media), further ones when their turn comes.
 */
export async function streamStored(
  bucket: R2Bucket,
  parts: StoredBytes[],
): Promise<ReadableStream | undefined> {
  const ahead = await Promise.all(parts.slice(0, 2).map((part) => readStored(bucket, part)));
  const [first] = ahead;
  if (!first || ahead.includes(undefined)) return undefined;
  if (parts.length === 1) return first;
  const { readable, writable } = new FixedLengthStream(lengthOf(parts));
  // Not awaited: it runs while the answer is read. A reader who leaves ends it, which is no failure.
  pipeAll(bucket, parts, ahead, writable).catch(() => undefined);
  return readable;
}

async function pipeAll(
  bucket: R2Bucket,
  parts: StoredBytes[],
  ahead: (ReadableStream | undefined)[],
  writable: WritableStream,
): Promise<void> {
  try {
    for (const [index, part] of parts.entries()) {
      const body = ahead[index] ?? (await readStored(bucket, part));
      if (!body) throw new Error(`${part.key} is gone`);
      await body.pipeTo(writable, { preventClose: true });
    }
    await writable.close();
  } catch (error) {
    await writable.abort(error);
  }
}

async function readStored(bucket: R2Bucket, part: StoredBytes): Promise<ReadableStream | undefined> {
  const object = await bucket.get(part.key, { range: { offset: part.offset, length: part.length } });
  return object?.body;
}
