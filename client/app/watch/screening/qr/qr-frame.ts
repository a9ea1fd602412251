export type Grid = boolean[][];

/** Where the middles of the small squares are, by version, from 1 on. */
const SQUARES: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
];
const FIRST_WITH_VERSION = 7;

/** What every QR code of a version has, and how its data is masked; `isFrame` says which modules that takes. */
export function drawFrame(version: number, mask: number): { grid: Grid; isFrame: Grid } {
  const size = 17 + 4 * version;
  const blank = (): Grid => Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const [grid, isFrame] = [blank(), blank()];
  const set = (x: number, y: number, isDark: boolean) => {
    const [line, frame] = [grid[y], isFrame[y]];
    if (line === undefined || frame === undefined || x < 0 || x >= size) return;
    line[x] = isDark;
    frame[x] = true;
  };
  for (let n = 0; n < size; n += 1) {
    set(6, n, n % 2 === 0);
    set(n, 6, n % 2 === 0);
  }
  const far = size - 4;
  for (const [x, y] of [
    [3, 3],
    [far, 3],
    [3, far],
  ] as const)
    drawSquare(set, { x, y, reach: 4 });
  const middles = SQUARES[version - 1] ?? [];
  const last = middles.at(-1);
  for (const x of middles)
    for (const y of middles) {
      const isCorner = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
      if (!isCorner) drawSquare(set, { x, y, reach: 2 });
    }
  drawFormat(set, size, mask);
  if (version >= FIRST_WITH_VERSION) drawVersion(set, size, version);
  return { grid, isFrame };
}

type Set = (x: number, y: number, isDark: boolean) => void;

/** Rings around a middle: of the large ones the second is light, and all around them; of the small ones the first. */
function drawSquare(set: Set, { x, y, reach }: { x: number; y: number; reach: number }): void {
  for (let down = -reach; down <= reach; down += 1)
    for (let across = -reach; across <= reach; across += 1) {
      const ring = Math.max(Math.abs(down), Math.abs(across));
      set(x + across, y + down, reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
}

/** What is left of `value`, moved up by the divisor's degree, when it is divided bit by bit. */
function remainderOf(value: number, divisor: number): number {
  const degree = 31 - Math.clz32(divisor);
  let rest = value << degree;
  for (let bit = 31 - Math.clz32(rest); rest !== 0 && bit >= degree; bit = 31 - Math.clz32(rest))
    rest ^= divisor << (bit - degree);
  return rest;
}

const bitOf = (value: number, at: number): boolean => ((value >> at) & 1) === 1;

/** Level M and the mask, twice around the large squares. */
function drawFormat(set: Set, size: number, mask: number): void {
  const format = ((mask << 10) | remainderOf(mask, 0x537)) ^ 0x5412;
  for (let n = 0; n < 15; n += 1) {
    const isDark = bitOf(format, n);
    // Past the dotted lines, which cross here.
    if (n < 8) set(8, n < 6 ? n : n + 1, isDark);
    else set(n === 8 ? 7 : 14 - n, 8, isDark);
    if (n < 8) set(size - 1 - n, 8, isDark);
    else set(8, size - 15 + n, isDark);
  }
  set(8, size - 8, true);
}

function drawVersion(set: Set, size: number, version: number): void {
  const bits = (version << 12) | remainderOf(version, 0x1f25);
  for (let n = 0; n < 18; n += 1) {
    const [near, far] = [Math.floor(n / 3), size - 11 + (n % 3)];
    set(far, near, bitOf(bits, n));
    set(near, far, bitOf(bits, n));
  }
}
