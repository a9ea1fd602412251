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
export const makeCountdownLeader = (): Uint8Array => encodeGif(SIZE, PALETTE, NUMBERS.map(drawFrame));

function drawFrame(segments: readonly string[]): Uint8Array {
  const shapes = segments.flatMap((name) => (SEGMENTS[name] ? [SEGMENTS[name]] : []));
  return Uint8Array.from({ length: SIZE.width * SIZE.height }, (_, index) => {
    const x = ((index % SIZE.width) - SIZE.width / 2) / 20;
    const y = (Math.floor(index / SIZE.width) - SIZE.height / 2) / 20;
    const isInk = shapes.some(
      ([left, top, width, height]) => x >= left && x < left + width && y >= top && y < top + height,
    );
    if (isInk) return INK;
    const radius = Math.hypot(x, y);
    return (radius > 7.5 && radius < 8) || Math.abs(x) < 0.06 || Math.abs(y) < 0.06 ? RING : GROUND;
  });
}
