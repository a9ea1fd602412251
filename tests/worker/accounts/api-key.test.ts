import { expect, test } from 'vitest';
import { isApiKey, makeApiKey } from '#worker/accounts/api-key.ts';

test('a key has a head to be found by, 256 bits, and a checksum', () => {
  const { key, prefix } = makeApiKey();
  expect(key).toMatch(/^lk_live_[0-9A-Za-z]{49}$/);
  expect(key.startsWith(prefix)).toBe(true);
  expect(prefix).toHaveLength(12);
  expect(Math.log2(62 ** 43)).toBeGreaterThan(256);
  expect(isApiKey(key)).toBe(true);
});

test('a mistyped key is known without asking anybody', () => {
  const { key } = makeApiKey();
  for (let at = 0; at < key.length; at += 1) {
    const other = key.charAt(at) === 'x' ? 'y' : 'x';
    expect(isApiKey(key.slice(0, at) + other + key.slice(at + 1))).toBe(false);
  }
  for (const text of ['', 'lk_live_', `${key}0`, ` ${key}`, key.slice(0, -1), key.toUpperCase()])
    expect(isApiKey(text)).toBe(false);
});

test('no character is likelier than another', () => {
  const counts = new Map<string, number>();
  for (let keys = 0; keys < 1000; keys += 1)
    for (const character of makeApiKey().key.slice(8, 51))
      counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBe(62);
  const expected = 43_000 / 62;
  const chiSquared = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  // One honest run in ten million exceeds this with 61 degrees of freedom.
  expect(chiSquared).toBeLessThan(135);
});
