/** What is asked for often: the most frequent words of every text, the first in about every fourteenth place. */
const FREQUENT =
  'light camera review music garden travel team river product launch market mountain training design story winter ' +
  'kitchen engine data school customer season morning bridge network summer window forest history machine';
const SYLLABLES =
  'ba ce di fo gu la me ni po ru sa te vi zo ka le mi no pra stu kra len dor mal tis ven'.split(' ');

/** How many words there are; a text of ten knows some eight different ones, a library all. */
export const VOCABULARY_SIZE = 20_000;

/** A word at each rank, from the most frequent. */
export const VOCABULARY: readonly string[] = [
  ...FREQUENT.split(' '),
  ...Array.from({ length: VOCABULARY_SIZE }, (_, rank) => inventWord(rank)),
].slice(0, VOCABULARY_SIZE);

/** A word for each number, as numerals of base 26 in syllables. */
function inventWord(number: number): string {
  const digits = [number % 26, Math.floor(number / 26) % 26, Math.floor(number / 676) % 26];
  return [...digits, 7 + (number % 5)].map((digit) => SYLLABLES[digit] ?? '').join('');
}

/** Numbers from 0 to 1 that are the same in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many words after Zipf: that of rank r comes r times as seldom as the first. */
export function zipfText(random: () => number, words: number): string {
  const text: string[] = [];
  for (let n = 0; n < words; n += 1)
    text.push(VOCABULARY[Math.floor(VOCABULARY_SIZE ** random()) - 1] ?? 'light');
  return text.join(' ');
}
