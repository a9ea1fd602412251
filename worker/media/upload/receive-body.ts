import { PART_BYTES } from './limits.ts';
import { openBody } from './body-reader.ts';
import { PartBuffer } from './part-buffer.ts';

/** How far an upload has durably come. */
export type Progress = { lengthBytes: number; offsetBytes: number; tailBytes: number };

/**
 * The durable side of an upload: R2 for bytes, SQL for what counts. Commits name the offset they start from
 * and answer false where another writer has moved it (U5).
 */
export interface UploadStore {
  claimPart(offsetBytes: number): Promise<number | undefined>;
  openPart(partNumber: number, lengthBytes: number): PartSink;
  commitPart(from: Progress, to: Progress, part: StoredPart): Promise<boolean>;
  readTail(at: Progress): Promise<Uint8Array>;
  writeTail(at: Progress, bytes: Uint8Array): Promise<void>;
  commitTail(from: Progress, to: Progress): Promise<boolean>;
}

/** One part on its way into R2. It exists once `finish` has answered its etag; abandoned, it never did. */
export interface PartSink {
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<string>;
  abandon(): void;
}

export type StoredPart = { partNumber: number; etag: string };

export type Received = { progress: Progress; end: 'all' | 'cut' | 'overtaken' | 'tooMuch' };

/**
 * Takes a PATCH body into equal parts. A part that this body will fill goes into R2 while it arrives, so that
 * little is left to do when the last byte has come. What does not fill a part when the body ends, or the
 * connection breaks, is kept as the tail, so every byte that arrived stays (U3).
 */
export async function receiveBody(
  body: ReadableStream<Uint8Array>,
  start: Progress,
  { store, announcedBytes, partBytes = PART_BYTES }: ReceiveOptions,
): Promise<Received> {
  const part = new PartBuffer(start, partBytes);
  if (start.tailBytes > 0) part.add(await store.readTail(start));
  const read = openBody(body);
  let progress = start;
  let underWay: OpenPart | undefined;
  let toComeBytes = announcedBytes;
  for (;;) {
    const { value, end } = await read();
    let rest = value;
    while (rest.length > 0) {
      if (part.isAfterEnd) return { progress, end: 'tooMuch' };
      if (!underWay && part.missingBytes <= toComeBytes) {
        underWay = await openPart(part, progress, store);
        if (!underWay) return { progress, end: 'overtaken' };
      }
      const takenBytes = part.add(rest);
      rest = rest.subarray(takenBytes);
      toComeBytes -= takenBytes;
      if (underWay) await sendOn(part, underWay.sink);
      if (!part.isFull) continue;
      const committed = await commitPart(part, progress, { store, underWay });
      if (!committed) return { progress, end: 'overtaken' };
      progress = committed;
      underWay = undefined;
      part.startAt(progress);
    }
    if (!end) continue;
    underWay?.sink.abandon();
    return keepTail(part, progress, store, end);
  }
}

const PIECE_BYTES = 256 * 1024;

export interface ReceiveOptions {
  store: UploadStore;
  /** The body's length as its sender gave it; 0 when it gave none. */
  announcedBytes: number;
  partBytes?: number;
}

type OpenPart = { partNumber: number; sink: PartSink };

async function openPart(
  part: PartBuffer,
  progress: Progress,
  store: UploadStore,
): Promise<OpenPart | undefined> {
  const partNumber = await store.claimPart(progress.offsetBytes);
  if (partNumber === undefined) return undefined;
  return { partNumber, sink: store.openPart(partNumber, part.bytes.length + part.missingBytes) };
}

/** Bodies come in pieces of some kilobytes; handed on one by one, each would cost a trip of its own. */
async function sendOn(part: PartBuffer, sink: PartSink): Promise<void> {
  const bytes = part.takeUnsent(PIECE_BYTES);
  if (bytes) await sink.write(bytes);
}

async function commitPart(
  part: PartBuffer,
  progress: Progress,
  { store, underWay }: { store: UploadStore; underWay: OpenPart | undefined },
): Promise<Progress | undefined> {
  const open = underWay ?? (await openPart(part, progress, store));
  if (!open) return undefined;
  const { partNumber, sink } = open;
  await sendOn(part, sink);
  const etag = await sink.finish();
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
