import { codeWordsOf } from './code-words.ts';
import { drawFrame, type Grid } from './qr-frame.ts';

type Mask = (x: number, y: number) => boolean;

/** By their number in the format: which modules of the data are turned over. */
const MASKS: readonly Mask[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** A QR code's dark modules, row by row; null where the text is too long for one that is read from a screen. */
export function qrCodeOf(text: string): boolean[][] | null {
  const coded = codeWordsOf(new TextEncoder().encode(text));
  if (coded === null) return null;
  const drawn = MASKS.map((mask, number) => {
    const { grid, isFrame } = drawFrame(coded.version, number);
    drawWords(grid, isFrame, coded.words, mask);
    return grid;
  });
  const faults = drawn.map(faultsOf);
  return drawn[faults.indexOf(Math.min(...faults))] ?? null;
}

/** In columns of two, from the right, up and down in turn, around the frame. */
function drawWords(grid: Grid, isFrame: Grid, words: readonly number[], mask: Mask): void {
  const size = grid.length;
  let bit = 0;
  for (let column = 0; column < (size - 1) / 2; column += 1) {
    const isUp = column % 2 === 0;
    // The upright line of the frame belongs to no pair.
    const beyond = size - 1 - column * 2;
    const right = beyond <= 6 ? beyond - 1 : beyond;
    for (let step = 0; step < size * 2; step += 1) {
      const row = Math.floor(step / 2);
      const [x, y] = [right - (step % 2), isUp ? size - 1 - row : row];
      const line = grid[y];
      if (line === undefined || isFrame[y]?.[x] !== false) continue;
      const isDark = (((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
      line[x] = isDark !== mask(x, y);
      bit += 1;
    }
  }
}

/** How hard it is to read: long runs and blocks of one shade, and too much of one. The least is taken. */
function faultsOf(grid: Grid): number {
  const size = grid.length;
  const at = (x: number, y: number) => grid[y]?.[x] ?? false;
  let faults = 0;
  let dark = 0;
  for (let one = 0; one < size; one += 1) {
    let [across, down] = [0, 0];
    for (let other = 0; other < size; other += 1) {
      if (at(other, one)) dark += 1;
      across = other > 0 && at(other, one) === at(other - 1, one) ? across + 1 : 1;
      down = other > 0 && at(one, other) === at(one, other - 1) ? down + 1 : 1;
      for (const run of [across, down]) faults += run === 5 ? 3 : run > 5 ? 1 : 0;
      const square = [at(other, one), at(other + 1, one), at(other, one + 1), at(other + 1, one + 1)];
      const isWithin = other + 1 < size && one + 1 < size;
      if (isWithin && square.every((module) => module === square[0])) faults += 3;
    }
  }
  return faults + Math.floor(Math.abs((dark / size ** 2) * 20 - 10)) * 10;
}
