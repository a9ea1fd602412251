import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readImageSize } from '#worker/library/assets/image-size.ts';
import { bytesOf, gif, jpeg, png, webp } from './bytes.ts';

const WRITERS = { png, gif, jpeg, ...webp };

test.each(Object.entries(WRITERS))('the size of a %s is read', (_, write) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_383 }), fc.integer({ min: 1, max: 16_383 }), (width, height) => {
      expect(readImageSize(write(width, height))).toEqual({ width, height });
    }),
  );
});

test.each(Object.entries(WRITERS))('a %s that is cut short has none', (_, write) => {
  const whole = write(640, 360);
  const enough = whole.length - 10;
  for (let length = 0; length < enough; length += 1) {
    const size = readImageSize(whole.subarray(0, length));
    expect(size === undefined || (size.width === 640 && size.height === 360)).toBe(true);
  }
});

test.each([
  ['no pixels', png(0, 5)],
  ['more pixels than any picture', png(2 ** 31, 5)],
  ['a JPEG whose segment says it has no length', bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0])],
  ['a JPEG without a frame', bytesOf([0xff, 0xd8, 0xff, 0xda, 0, 2])],
  ['a JPEG that goes on for ever', new Uint8Array(300_000).fill(0xff).with(1, 0xd8)],
  ['text', bytesOf('GIF98a is no picture')],
])('%s has none', (_, bytes) => {
  expect(readImageSize(bytes)).toBeUndefined();
});

test('whatever the bytes are, reading them ends in a plausible size or none', () => {
  const starts = Object.values(WRITERS).map((write) => write(640, 360));
  const mutated = fc
    .tuple(fc.constantFrom(...starts), fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 12 }))
    .map(([bytes, edits]) => edits.reduce((b, [at, byte]) => (at < b.length ? b.with(at, byte) : b), bytes));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), mutated), (bytes) => {
      const size = readImageSize(bytes);
      if (size) expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});
