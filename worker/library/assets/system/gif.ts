import { joinBytes } from './png.ts';

const CODE_BITS = 2;
const CLEAR = 1 << CODE_BITS;
const END = CLEAR + 1;

/** A GIF of four colours that plays once, each frame for a second. Frames are palette indices, a row after the other. */
export function encodeGif(
  { width, height }: { width: number; height: number },
  palette: readonly (readonly [number, number, number])[],
  frames: readonly Uint8Array[],
): Uint8Array {
  const u16 = (value: number) => [value & 255, value >> 8];
  const screen = [...u16(width), ...u16(height)];
  const head = [...[...'GIF89a'].map((letter) => letter.charCodeAt(0)), ...screen, 0x91, 0, 0];
  const parts: Uint8Array[] = [Uint8Array.from([...head, ...palette.flat()])];
  for (const frame of frames) {
    const control = [0x21, 0xf9, 4, 0, ...u16(100), 0, 0];
    parts.push(
      Uint8Array.from([...control, 0x2c, 0, 0, 0, 0, ...screen, 0, CODE_BITS]),
      inBlocks(compress(frame)),
    );
  }
  return joinBytes([...parts, Uint8Array.of(0x3b)]);
}

/** LZW as GIF has it: codes of growing width, the first bits of each byte its lowest. */
function compress(pixels: Uint8Array): number[] {
  const bytes: number[] = [];
  let [buffer, held, width] = [0, 0, CODE_BITS + 1];
  let known = new Map<number, number>();
  let next = END + 1;
  const put = (code: number): void => {
    buffer |= code << held;
    for (held += width; held >= 8; held -= 8) {
      bytes.push(buffer & 255);
      buffer >>>= 8;
    }
  };
  const forget = (): void => {
    put(CLEAR);
    [known, next, width] = [new Map(), END + 1, CODE_BITS + 1];
  };
  forget();
  let run = pixels[0] ?? 0;
  for (const pixel of pixels.subarray(1)) {
    const longer = known.get((run << 8) | pixel);
    if (longer !== undefined) {
      run = longer;
      continue;
    }
    put(run);
    known.set((run << 8) | pixel, next);
    if (next === 1 << width) width += 1;
    next += 1;
    if (next > 4095) forget();
    run = pixel;
  }
  put(run);
  put(END);
  if (held > 0) bytes.push(buffer & 255);
  return bytes;
}

function inBlocks(bytes: number[]): Uint8Array {
  const blocks: number[] = [];
  for (let offset = 0; offset < bytes.length; offset += 255) {
    const block = bytes.slice(offset, offset + 255);
    blocks.push(block.length, ...block);
  }
  return Uint8Array.from([...blocks, 0]);
}
