import { PART_BYTES } from './limits.ts';

/** How far an upload has durably come. */
export type Progress = { lengthBytes: number; offsetBytes: number; tailBytes: number };

/**
 * The durable side of an upload: R2 for bytes, SQL for what counts. Commits name the offset they start from
 * and answer false where another writer has moved it (U5).
 */
export interface UploadStore {
  claimPart(offsetBytes: number): Promise<number | undefined>;
  writePart(partNumber: number, bytes: Uint8Array): Promise<string>;
  commitPart(from: Progress, to: Progress, part: StoredPart): Promise<boolean>;
  readTail(at: Progress): Promise<Uint8Array>;
  writeTail(at: Progress, bytes: Uint8Array): Promise<void>;
  commitTail(from: Progress, to: Progress): Promise<boolean>;
}

export type StoredPart = { partNumber: number; etag: string };

export type Received = { progress: Progress; end: 'all' | 'cut' | 'overtaken' | 'tooMuch' };

/**
 * Takes a PATCH body into equal parts. What does not fill a part when the body ends, or the
 * connection breaks, is kept as the tail, so every byte that arrived stays (U3).
 */
export async function receiveBody(
  body: ReadableStream<Uint8Array>,
  start: Progress,
  store: UploadStore,
  partBytes = PART_BYTES,
): Promise<Received> {
  const part = new PartBuffer(start, partBytes);
  if (start.tailBytes > 0) part.add(await store.readTail(start));
  const reader = body.getReader();
  let progress = start;
  for (;;) {
    const { value, end } = await readChunk(reader);
    let rest = value;
    while (rest.length > 0) {
      if (part.isAfterEnd) return { progress, end: 'tooMuch' };
      rest = rest.subarray(part.add(rest));
      if (!part.isFull) continue;
      const committed = await sendPart(part, progress, store);
      if (!committed) return { progress, end: 'overtaken' };
      progress = committed;
      part.startAt(progress);
    }
    if (end) return keepTail(part, progress, store, end);
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;
const NOTHING = new Uint8Array(0);

async function readChunk(reader: Reader): Promise<{ value: Uint8Array; end: 'all' | 'cut' | undefined }> {
  try {
    const { value, done } = await reader.read();
    return { value: value ?? NOTHING, end: done ? 'all' : undefined };
  } catch {
    return { value: NOTHING, end: 'cut' };
  }
}

async function sendPart(
  part: PartBuffer,
  progress: Progress,
  store: UploadStore,
): Promise<Progress | undefined> {
  const partNumber = await store.claimPart(progress.offsetBytes);
  if (partNumber === undefined) return undefined;
  const etag = await store.writePart(partNumber, part.bytes);
  const offsetBytes = progress.offsetBytes - progress.tailBytes + part.bytes.length;
  const next = { ...progress, offsetBytes, tailBytes: 0 };
  return (await store.commitPart(progress, next, { partNumber, etag })) ? next : undefined;
}

async function keepTail(
  part: PartBuffer,
  progress: Progress,
  store: UploadStore,
  end: 'all' | 'cut',
): Promise<Received> {
  if (part.bytes.length === progress.tailBytes) return { progress, end };
  const tailBytes = part.bytes.length;
  const offsetBytes = progress.offsetBytes - progress.tailBytes + tailBytes;
  const next = { ...progress, offsetBytes, tailBytes };
  await store.writeTail(next, part.bytes);
  return (await store.commitTail(progress, next)) ? { progress: next, end } : { progress, end: 'overtaken' };
}

/** The part being filled: as long as all others, or what is left of the file. Its memory is reused. */
class PartBuffer {
  private readonly lengthBytes: number;
  private readonly partBytes: number;
  private readonly memory: Uint8Array;
  private capacity = 0;
  private used = 0;

  constructor(progress: Progress, partBytes: number) {
    this.lengthBytes = progress.lengthBytes;
    this.partBytes = partBytes;
    this.memory = new Uint8Array(Math.min(partBytes, progress.lengthBytes));
    this.startAt(progress);
  }

  startAt({ offsetBytes, tailBytes }: Progress): void {
    this.capacity = Math.min(this.partBytes, this.lengthBytes - (offsetBytes - tailBytes));
    this.used = 0;
  }

  get isAfterEnd(): boolean {
    return this.capacity === 0;
  }

  get isFull(): boolean {
    return this.used === this.capacity;
  }

  get bytes(): Uint8Array {
    return this.memory.subarray(0, this.used);
  }

  /** Takes what fits; says how many bytes that were. */
  add(chunk: Uint8Array): number {
    const taken = Math.min(chunk.length, this.capacity - this.used);
    this.memory.set(chunk.subarray(0, taken), this.used);
    this.used += taken;
    return taken;
  }
}
