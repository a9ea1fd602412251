import { errorWordsOf } from './reed-solomon.ts';

/**
 * Sizes of a QR code at level M, which survives the loss of 15 %: code words in all, those of them that mend each block,
 * and into how many blocks they fall. By version, from 1 on; ours are links, and the last holds 180 bytes.
 */
const SIZES = [
  { words: 26, errorWords: 10, blocks: 1 },
  { words: 44, errorWords: 16, blocks: 1 },
  { words: 70, errorWords: 26, blocks: 1 },
  { words: 100, errorWords: 18, blocks: 2 },
  { words: 134, errorWords: 24, blocks: 2 },
  { words: 172, errorWords: 16, blocks: 4 },
  { words: 196, errorWords: 18, blocks: 4 },
  { words: 242, errorWords: 22, blocks: 4 },
  { words: 292, errorWords: 22, blocks: 5 },
] as const;

/** Beside the bytes: four bits that say what they are, and eight that count them. */
const HEAD_BITS = 12;
const BYTES_MODE = 0b0100;
const FILLERS = [0xec, 0x11];

/** The smallest version that holds these bytes and its code words in the order they are drawn; null for too many. */
export function codeWordsOf(bytes: Uint8Array): { version: number; words: number[] } | null {
  const index = SIZES.findIndex(
    ({ words, errorWords, blocks }) => bytes.length * 8 + HEAD_BITS <= (words - errorWords * blocks) * 8,
  );
  const size = SIZES[index];
  if (size === undefined) return null;
  const { words, errorWords, blocks } = size;
  const data = dataWordsOf(bytes, words - errorWords * blocks);
  return { version: index + 1, words: interleave(data, size) };
}

function dataWordsOf(bytes: Uint8Array, count: number): number[] {
  const half = (value: number) => [value >> 4, value & 15];
  const halves = [BYTES_MODE, ...half(bytes.length), ...[...bytes].flatMap(half), 0];
  const words = halves.flatMap((high, at) => (at % 2 === 0 ? [high * 16 + (halves[at + 1] ?? 0)] : []));
  const missing = count - words.length;
  return [...words, ...Array.from({ length: missing }, (_, n) => FILLERS[n % 2] ?? 0)];
}

/** The later blocks are one word longer where they do not come out even; all are drawn a word of each in turn. */
function interleave(
  data: readonly number[],
  { words, errorWords, blocks }: (typeof SIZES)[number],
): number[] {
  const short = Math.floor(words / blocks) - errorWords;
  const shortBlocks = blocks - (words % blocks);
  const parts = Array.from({ length: blocks }, (_, n) => {
    const begin = n * short + Math.max(0, n - shortBlocks);
    return data.slice(begin, begin + short + (n < shortBlocks ? 0 : 1));
  });
  const inTurn = (lists: number[][], length: number) =>
    Array.from({ length }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  return [
    ...inTurn(parts, short + 1),
    ...inTurn(
      parts.map((part) => errorWordsOf(part, errorWords)),
      errorWords,
    ),
  ];
}
