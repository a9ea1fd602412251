/** Where bytes come from: an object in R2, or memory that is filled when it is asked. */
export type ByteSource =
  { kind: 'object'; key: string } | { kind: 'memory'; load: () => Promise<Uint8Array | undefined> };

/** A run of bytes of one source. A body is a list of these, back to back. */
export type BodyPart = { source: ByteSource; offset: number; length: number };

export const lengthOf = (parts: BodyPart[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/** The same body from byte `start` to byte `end`, both included. */
export function sliceParts(parts: BodyPart[], start: number, end: number): BodyPart[] {
  const slices: BodyPart[] = [];
  let position = 0;
  for (const { source, offset, length } of parts) {
    const from = Math.max(start - position, 0);
    const to = Math.min(end + 1 - position, length);
    if (from < to) slices.push({ source, offset: offset + from, length: to - from });
    position += length;
  }
  return slices;
}

type Content = Uint8Array | ReadableStream;

/**
 * Streams the parts in order; no media byte passes through JavaScript. Undefined where something is gone. The
 * first two parts are asked for at once (fragment and media), further ones when their turn comes.
 */
export async function streamParts(bucket: R2Bucket, parts: BodyPart[]): Promise<BodyInit | undefined> {
  const ahead = await Promise.all(parts.slice(0, 2).map((part) => readPart(bucket, part)));
  const [first] = ahead;
  if (!first || ahead.includes(undefined)) return undefined;
  if (parts.length === 1) return first;
  const { readable, writable } = new FixedLengthStream(lengthOf(parts));
  // Not awaited: it runs while the answer is read. A reader who leaves ends it, which is no failure.
  writeAll(bucket, parts, { ahead, writable }).catch(() => undefined);
  return readable;
}

async function writeAll(
  bucket: R2Bucket,
  parts: BodyPart[],
  { ahead, writable }: { ahead: (Content | undefined)[]; writable: WritableStream },
): Promise<void> {
  try {
    for (const [index, part] of parts.entries()) {
      const content = ahead[index] ?? (await readPart(bucket, part));
      if (!content) throw new Error('a part of the body is gone');
      if (content instanceof Uint8Array) await writeBytes(writable, content);
      else await content.pipeTo(writable, { preventClose: true });
    }
    await writable.close();
  } catch (error) {
    await writable.abort(error);
  }
}

async function writeBytes(writable: WritableStream, bytes: Uint8Array): Promise<void> {
  const writer = writable.getWriter();
  await writer.write(bytes);
  writer.releaseLock();
}

async function readPart(
  bucket: R2Bucket,
  { source, offset, length }: BodyPart,
): Promise<Content | undefined> {
  if (source.kind === 'memory') return (await source.load())?.subarray(offset, offset + length);
  const object = await bucket.get(source.key, { range: { offset, length } });
  return object?.body;
}
