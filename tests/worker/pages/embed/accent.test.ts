import { describe, expect, test } from 'vitest';
import { accentOf, contrastOf } from '#worker/pages/embed/accent.ts';

const WORDS = { red: 24, green: 18, blue: 12 };
const colourOf = (hex: string) => {
  const number = Number.parseInt(hex.slice(1), 16);
  return { red: number >> 16, green: (number >> 8) & 255, blue: number & 255 };
};

describe('an embed’s colour', () => {
  test('is taken as it is where it can be read', () => {
    expect(accentOf('ff8800')).toBe('#ff8800');
    expect(accentOf('#F80')).toBe('#ff8800');
  });

  test.each(['000000', '00f', '800000', '123456', '5b2a86'])('%s is made light enough to read', (given) => {
    const accent = accentOf(given) ?? '';
    expect(accent).not.toBe(`#${given}`);
    expect(contrastOf(colourOf(accent), WORDS)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([null, '', 'red', 'ff88', 'ff88000', 'url(x)', '#ggg'])('%s is none', (given) => {
    expect(accentOf(given)).toBeNull();
  });

  test('black and white are 21 to 1', () => {
    expect(contrastOf(colourOf('#000000'), colourOf('#ffffff'))).toBeCloseTo(21, 5);
  });
});
