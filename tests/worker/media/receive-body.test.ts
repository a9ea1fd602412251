import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type PartSink,
  type Progress,
  receiveBody,
  type UploadStore,
} from '#worker/media/upload/receive-body.ts';

const PART_BYTES = 10;

/** R2 and SQL as far as an upload needs them, with the same promises: numbered parts, guarded commits. */
class MemoryStore implements UploadStore {
  committed: Progress;
  abandoned = 0;
  private readonly written = new Map<number, { etag: string; bytes: Uint8Array }>();
  private readonly counted = new Map<number, string>();
  private readonly tails = new Map<number, Uint8Array>();
  private claims = 0;

  constructor(lengthBytes: number) {
    this.committed = { lengthBytes, offsetBytes: 0, tailBytes: 0 };
  }

  async claimPart(offsetBytes: number): Promise<number | undefined> {
    return offsetBytes === this.committed.offsetBytes ? ++this.claims : undefined;
  }

  openPart(partNumber: number, lengthBytes: number): PartSink {
    const sent: number[] = [];
    return {
      write: async (bytes) => void sent.push(...bytes),
      finish: async () => {
        expect(sent.length).toBe(lengthBytes);
        const etag = `${partNumber}/${this.written.size}`;
        this.written.set(partNumber, { etag, bytes: Uint8Array.from(sent) });
        return etag;
      },
      abandon: () => {
        this.abandoned += 1;
      },
    };
  }

  async commitPart(
    from: Progress,
    to: Progress,
    part: { partNumber: number; etag: string },
  ): Promise<boolean> {
    if (!this.move(from, to)) return false;
    this.counted.set(part.partNumber, part.etag);
    return true;
  }

  async readTail(at: Progress): Promise<Uint8Array> {
    return this.tails.get(at.offsetBytes) ?? expect.fail('the tail is gone');
  }

  async writeTail(at: Progress, bytes: Uint8Array): Promise<void> {
    this.tails.set(at.offsetBytes, bytes.slice());
  }

  async commitTail(from: Progress, to: Progress): Promise<boolean> {
    return this.move(from, to);
  }

  /** The object as R2 would put it together; it refuses unequal parts and parts that were replaced. */
  complete(): number[] {
    const parts = [...this.counted].sort(([a], [b]) => a - b);
    return parts.flatMap(([number, etag], index) => {
      const part = this.written.get(number);
      expect(part?.etag).toBe(etag);
      if (index < parts.length - 1) expect(part?.bytes.length).toBe(PART_BYTES);
      return [...(part?.bytes ?? [])];
    });
  }

  private move(from: Progress, to: Progress): boolean {
    if (from.offsetBytes !== this.committed.offsetBytes) return false;
    this.committed = to;
    return true;
  }
}

/**
 * A body in chunks: of bytes, as the network's are, or of whole chunks, as a script's. With `cutAfter`, its
 * sender disappears after so many of them.
 */
function bodyOf(
  chunks: Uint8Array[],
  { cutAfter = Infinity, ofBytes = false } = {},
): ReadableStream<Uint8Array> {
  let sent = 0;
  const pull = (controller: Controller): void => {
    const chunk = chunks[sent];
    if (sent++ >= cutAfter) controller.error(new Error('connection lost'));
    else if (chunk) controller.enqueue(chunk.slice());
    else close(controller);
  };
  return ofBytes
    ? new ReadableStream({ type: 'bytes', pull }, { highWaterMark: 0 })
    : new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
}

type Controller = ReadableStreamDefaultController<Uint8Array> | ReadableByteStreamController;

/** A read that waits in a byte stream has to be answered for the close to be heard. */
function close(controller: Controller): void {
  controller.close();
  if ('byobRequest' in controller) controller.byobRequest?.respond(0);
}

function chop(bytes: Uint8Array, sizes: number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

const file = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + 7) & 255);
const sizes = fc.array(fc.integer({ min: 1, max: 35 }), { minLength: 1, maxLength: 5 });

const optionsOf = (store: UploadStore, body: Uint8Array) => ({
  store,
  announcedBytes: body.length,
  partBytes: PART_BYTES,
});

describe('receiving', () => {
  test('U3 whatever is sent in whatever pieces, however often cut: what counts is what is stored', async () => {
    const requests = fc.array(
      fc.record({
        sizes,
        bytes: fc.nat(60),
        cutAfter: fc.nat(6),
        isCut: fc.boolean(),
        isAnnounced: fc.boolean(),
        ofBytes: fc.boolean(),
      }),
      {
        maxLength: 8,
      },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 95 }),
        requests,
        sizes,
        async (length, requests, lastSizes) => {
          const bytes = file(length);
          const store = new MemoryStore(length);
          for (const { sizes, bytes: wanted, cutAfter, isCut, isAnnounced, ofBytes } of requests) {
            const from = store.committed.offsetBytes;
            const chunks = chop(bytes.slice(from, from + wanted), sizes);
            const body = bodyOf(chunks, { cutAfter: isCut ? cutAfter : Infinity, ofBytes });
            const announcedBytes = isAnnounced ? Math.min(wanted, length - from) : 0;
            const options = { store, announcedBytes, partBytes: PART_BYTES };
            const { progress } = await receiveBody(body, store.committed, options);
            const arrived = chunks.slice(0, isCut ? cutAfter : chunks.length);
            const expected = arrived.reduce((sum, chunk) => sum + chunk.length, from);
            expect(progress).toEqual(store.committed);
            expect(progress.offsetBytes).toBe(expected);
          }
          const rest = bytes.slice(store.committed.offsetBytes);
          const received = await receiveBody(bodyOf(chop(rest, lastSizes)), store.committed, {
            store,
            announcedBytes: rest.length,
            partBytes: PART_BYTES,
          });
          expect(received).toEqual({
            progress: { lengthBytes: length, offsetBytes: length, tailBytes: 0 },
            end: 'all',
          });
          expect(store.complete()).toEqual([...bytes]);
        },
      ),
    );
  });

  test('U5 two writers in step: one goes on, the other learns it, and nothing mixes', async () => {
    const bytes = file(55);
    const store = new MemoryStore(bytes.length);
    const start = store.committed;
    const ends = await Promise.all(
      [[3], [25], [10]].map(
        async (sizes) => (await receiveBody(bodyOf(chop(bytes, sizes)), start, optionsOf(store, bytes))).end,
      ),
    );
    expect(ends.filter((end) => end === 'all').length).toBeLessThanOrEqual(1);
    const rest = bytes.slice(store.committed.offsetBytes);
    await receiveBody(bodyOf([rest]), store.committed, optionsOf(store, rest));
    expect(store.complete()).toEqual([...bytes]);
  });

  test('U4 bytes beyond the announced length are not kept', async () => {
    const store = new MemoryStore(25);
    const body = bodyOf(chop(file(40), [7]));
    const received = await receiveBody(body, store.committed, optionsOf(store, file(40)));
    expect(received.end).toBe('tooMuch');
    expect(store.complete()).toEqual([...file(25)]);
  });

  test('U3 a part that its body will fill is on its way before the body ends; cut, it is given up', async () => {
    const store = new MemoryStore(20);
    const cut = bodyOf(chop(file(20), [6]), { cutAfter: 1 });
    await receiveBody(cut, store.committed, optionsOf(store, file(20)));
    expect([store.abandoned, store.committed.tailBytes]).toEqual([1, 6]);
  });
});
