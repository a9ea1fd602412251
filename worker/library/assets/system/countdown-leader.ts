import { encodeGif } from './gif.ts';

const SIZE = { width: 640, height: 360 };
const PALETTE = [
  [20, 20, 24],
  [60, 60, 68],
  [240, 240, 240],
  [0, 0, 0],
] as const;
const [GROUND, RING, INK] = [0, 1, 2];

/** Seven-segment numbers: left, top, width and height of each segment, in units of 20 pixels from the middle. */
const SEGMENTS: Record<string, readonly [x: number, y: number, width: number, height: number]> = {
  top: [-2, -5, 4, 1],
  middle: [-2, -0.5, 4, 1],
  bottom: [-2, 4, 4, 1],
  upperLeft: [-3, -4, 1, 3.5],
  upperRight: [2, -4, 1, 3.5],
  lowerLeft: [-3, 0.5, 1, 3.5],
  lowerRight: [2, 0.5, 1, 3.5],
};
const NUMBERS = [
  ['top', 'upperLeft', 'middle', 'lowerRight', 'bottom'],
  ['upperLeft', 'upperRight', 'middle', 'lowerRight'],
  ['top', 'upperRight', 'middle', 'lowerRight', 'bottom'],
  ['top', 'upperRight', 'middle', 'lowerLeft', 'bottom'],
  ['upperRight', 'lowerRight'],
];

/** Five, four, three, two, one, a second each. */
export function makeCountdownLeader(): Uint8Array {
  const ground = drawGround();
  const frames = NUMBERS.map((segments) => drawNumber(ground.slice(), segments));
  return encodeGif(SIZE, PALETTE, frames);
}

/** A ring and a cross through the middle. */
function drawGround(): Uint8Array {
  const frame = new Uint8Array(SIZE.width * SIZE.height).fill(GROUND);
  for (let y = 0; y < SIZE.height; y += 1)
    for (let x = 0; x < SIZE.width; x += 1) {
      const [right, down] = [x - SIZE.width / 2, y - SIZE.height / 2];
      const squared = right * right + down * down;
      const isRing = squared > 150 * 150 && squared < 160 * 160;
      if (isRing || Math.abs(right) < 2 || Math.abs(down) < 2) frame[y * SIZE.width + x] = RING;
    }
  return frame;
}

function drawNumber(frame: Uint8Array, segments: readonly string[]): Uint8Array {
  for (const name of segments) {
    const [left, top, width, height] = SEGMENTS[name] ?? [0, 0, 0, 0];
    const [x, y] = [SIZE.width / 2 + left * 20, SIZE.height / 2 + top * 20];
    for (let row = y; row < y + height * 20; row += 1)
      frame.fill(INK, row * SIZE.width + x, row * SIZE.width + x + width * 20);
  }
  return frame;
}
