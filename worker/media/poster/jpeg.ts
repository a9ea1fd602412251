import { AppError } from '#worker/http/app-error.ts';

export const POSTER_LIMITS = { bytes: 1024 * 1024, edgePixels: 4096 };

/** Start-of-frame markers: every coding process but the tables that share the range (DHT, JPG, DAC). */
const isFrameStart = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * The size of a JPEG image, from its own header (ITU-T T.81, B.2). What a picture is decided by is its content,
 * not what the sender calls it. Throws UNSUPPORTED_MEDIA when it is none, INVALID when it is too large to show.
 */
export function readJpegSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) throw notJpeg();
  for (let at = 2; at + 9 <= bytes.length;) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) throw notJpeg();
    if (isFrameStart(marker)) return requireShowable(view.getUint16(at + 7), view.getUint16(at + 5));
    const length = view.getUint16(at + 2);
    if (length < 2) throw notJpeg();
    at += 2 + length;
  }
  throw notJpeg();
}

function requireShowable(width: number, height: number): { width: number; height: number } {
  const most = POSTER_LIMITS.edgePixels;
  if (width === 0 || height === 0) throw notJpeg();
  if (width > most || height > most)
    throw new AppError('INVALID', `The picture is ${width} × ${height}; at most ${most} pixels a side.`);
  return { width, height };
}

const notJpeg = (): AppError =>
  new AppError('UNSUPPORTED_MEDIA', 'A poster is a JPEG picture; this is not one.');
