/** What came, and whether anything follows: `all` after the body's end, `cut` when its sender is gone. */
export interface BodyPiece {
  value: Uint8Array;
  end: 'all' | 'cut' | undefined;
}

const NOTHING = new Uint8Array(0);
/** Without a buffer of one's own a body comes in pieces of 4 KiB, each a wake-up. */
const BUFFER_BYTES = 256 * 1024;

/**
 * Reads a body piece by piece, as much at once as has arrived. A piece is good until the next is asked for:
 * its memory is lent again.
 */
export function openBody(body: ReadableStream<Uint8Array>): () => Promise<BodyPiece> {
  const readNext = openByteReader(body) ?? openReader(body);
  return async () => {
    try {
      const { value, done } = await readNext();
      return { value: value ?? NOTHING, end: done ? 'all' : undefined };
    } catch {
      return { value: NOTHING, end: 'cut' };
    }
  };
}

type ReadNext = () => Promise<{ value?: Uint8Array; done: boolean }>;

/** Undefined for a stream that scripts make of whole chunks. */
function openByteReader(body: ReadableStream<Uint8Array>): ReadNext | undefined {
  let reader: ReadableStreamBYOBReader;
  try {
    reader = body.getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
  let memory = new ArrayBuffer(BUFFER_BYTES);
  return async () => {
    const { value, done } = await reader.read(new Uint8Array(memory));
    if (value) memory = value.buffer as ArrayBuffer;
    return { value, done };
  };
}

function openReader(body: ReadableStream<Uint8Array>): ReadNext {
  const reader = body.getReader();
  return () => reader.read();
}
