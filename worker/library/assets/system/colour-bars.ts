import { encodePng } from './png.ts';

const SIZE = { width: 1280, height: 720 };
const ON = 191;

/** EBU bars, 100/0/75/0: white, then the colours by falling brightness. */
const BARS = [
  [255, 255, 255],
  [ON, ON, 0],
  [0, ON, ON],
  [0, ON, 0],
  [ON, 0, ON],
  [ON, 0, 0],
  [0, 0, ON],
  [0, 0, 0],
] as const;

export function makeColourBars(): Promise<Uint8Array> {
  const row = Uint8Array.from({ length: SIZE.width }, (_, x) => Math.floor((x * BARS.length) / SIZE.width));
  const pixels = new Uint8Array(SIZE.width * SIZE.height);
  for (let y = 0; y < SIZE.height; y += 1) pixels.set(row, y * SIZE.width);
  return encodePng(SIZE, BARS, pixels);
}
