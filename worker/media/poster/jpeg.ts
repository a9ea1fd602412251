import { AppError } from '#worker/http/app-error.ts';

export const POSTER_LIMITS = { bytes: 1024 * 1024, edgePixels: 4096 };

/** Start-of-frame markers: every coding process but the tables that share the range (DHT, JPG, DAC). */
const isFrameStart = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * The size of a JPEG image, from its own header (ITU-T T.81, B.2). What a picture is decided by is its content,
 * not what the sender calls it. Throws UNSUPPORTED_MEDIA when it is none, INVALID when it is too large to show.
 */
export function readJpegSize(bytes: Uint8Array, what = 'A poster'): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) throw notJpeg(what);
  for (let at = 2; at + 9 <= bytes.length;) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) throw notJpeg(what);
    if (isFrameStart(marker)) {
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
      if (size.width === 0 || size.height === 0) throw notJpeg(what);
      return requireShowable(size);
    }
    const length = view.getUint16(at + 2);
    if (length < 2) throw notJpeg(what);
    at += 2 + length;
  }
  throw notJpeg(what);
}

function requireShowable({ width, height }: { width: number; height: number }) {
  const most = POSTER_LIMITS.edgePixels;
  if (width > most || height > most)
    throw new AppError('INVALID', `The picture is ${width} × ${height}; at most ${most} pixels a side.`);
  return { width, height };
}

const notJpeg = (what: string): AppError =>
  new AppError('UNSUPPORTED_MEDIA', `${what} is a JPEG picture; this is not one.`);
