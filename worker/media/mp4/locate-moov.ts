import { ByteReader } from './byte-reader.ts';
import { damaged, MediaError } from './media-error.ts';

/** Reads `length` bytes from `offset` of the stored file; both lie inside it. */
export type ReadRange = (offset: number, length: number) => Promise<Uint8Array>;

export const HEAD_BYTES = 64 * 1024;
/** Ten hours at 60 frames a second need 35 MB. More would not fit beside the index it becomes. */
export const MAX_MOOV_BYTES = 40 * 1024 * 1024;
const MAX_READS = 16;

type Window = { bytes: Uint8Array; offset: number };
type BoxHead = { type: string; size: number };

/**
 * Finds the file's index with few reads: the head (already read), a hop over the media where the index is at
 * the end, and the rest of an index longer than a window.
 */
export async function locateMoov(read: ReadRange, fileBytes: number, head: Uint8Array): Promise<Uint8Array> {
  let window: Window = { bytes: head, offset: 0 };
  let position = 0;
  for (let reads = 0; position + 8 <= fileBytes;) {
    if (!covers(window, position, Math.min(16, fileBytes - position))) {
      if (++reads > MAX_READS) throw damaged('its parts are too scattered to find the index');
      window = await readWindow(read, fileBytes, position);
    }
    const box = readHead(window, position, fileBytes);
    if (box.type === 'moov') return readWhole(read, window, position, box.size, fileBytes);
    if (position + box.size > fileBytes) throw cutShort(box.type, position + box.size - fileBytes);
    position += box.size;
  }
  throw new MediaError(
    'The file has no index (moov): the recording or the upload was cut short, or it is no MP4 video.',
  );
}

const covers = (window: Window, position: number, length: number): boolean =>
  position >= window.offset && position + length <= window.offset + window.bytes.length;

async function readWindow(read: ReadRange, fileBytes: number, position: number): Promise<Window> {
  const bytes = await read(position, Math.min(4 * HEAD_BYTES, fileBytes - position));
  return { bytes, offset: position };
}

function readHead(window: Window, position: number, fileBytes: number): BoxHead {
  const reader = new ByteReader(window.bytes, position - window.offset);
  const size32 = reader.u32();
  const type = reader.text(4);
  if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) throw damaged('what should be a box is none');
  const size = size32 === 1 ? reader.u64() : size32 === 0 ? fileBytes - position : size32;
  if (size < 8) throw damaged(`its box ${type} has an impossible size`);
  return { type, size };
}

async function readWhole(
  read: ReadRange,
  window: Window,
  position: number,
  size: number,
  fileBytes: number,
): Promise<Uint8Array> {
  if (position + size > fileBytes) throw cutShort('moov', position + size - fileBytes);
  if (size > MAX_MOOV_BYTES) {
    throw new MediaError(`The file's index is ${Math.ceil(size / 2 ** 20)} MiB long; 40 MiB is the most.`);
  }
  if (!covers(window, position, size)) return read(position, size);
  return window.bytes.subarray(position - window.offset, position - window.offset + size);
}

const cutShort = (type: string, missingBytes: number): MediaError =>
  new MediaError(
    `The file is cut short: at least ${missingBytes} bytes are missing at its end (in ${type}). Upload the whole file.`,
  );
