export interface ImageSize {
  width: number;
  height: number;
}

/**
 * How large a picture says it is, from the first bytes of a PNG, GIF, WebP or JPEG. Undefined for anything else, for what
 * is cut short and for sizes that are none: whatever the bytes are, reading them ends.
 */
export function readImageSize(head: Uint8Array): ImageSize | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const text = (offset: number, length: number) =>
    String.fromCharCode(...head.subarray(offset, offset + length));
  try {
    const size =
      text(0, 8) === '\x89PNG\r\n\x1a\n' && text(12, 4) === 'IHDR'
        ? { width: view.getUint32(16), height: view.getUint32(20) }
        : /^GIF8[79]a$/.test(text(0, 6))
          ? { width: view.getUint16(6, true), height: view.getUint16(8, true) }
          : text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP'
            ? readWebp(view, text(12, 4))
            : view.getUint16(0) === 0xffd8
              ? readJpeg(view)
              : undefined;
    return size && isPlausible(size) ? size : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const MOST_PIXELS = 2 ** 16;
const isPlausible = ({ width, height }: ImageSize): boolean =>
  width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS;

/** Lossy, lossless and extended files each write it their own way. */
function readWebp(view: DataView, chunk: string): ImageSize | undefined {
  const u24 = (offset: number) => view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16);
  if (chunk === 'VP8X') return { width: u24(24) + 1, height: u24(27) + 1 };
  if (chunk === 'VP8L' && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8 ' && view.getUint16(23) === 0x9d01 && view.getUint8(25) === 0x2a)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  return undefined;
}

/** Start of frame, of any coding but those markers of the same range that mean something else. */
const isFrameStart = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Hops from segment to segment; every hop goes forward, and the end of the bytes is the end. */
function readJpeg(view: DataView): ImageSize | undefined {
  let offset = 2;
  for (;;) {
    if (view.getUint8(offset) !== 0xff) return undefined;
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (isFrameStart(marker))
      return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) };
    if (marker === 0xda || marker === 0xd9) return undefined;
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    offset += standsAlone ? 2 : 2 + Math.max(2, view.getUint16(offset + 2));
  }
}
