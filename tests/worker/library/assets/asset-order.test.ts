import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASSET_SORTS, compareAssets, sortKeyOf } from '#worker/library/assets/asset-order.ts';

const row = fc.record({
  id: fc.uuid(),
  createdAt: fc.date({ noInvalidDate: true }),
  lastUsedAt: fc.option(fc.date({ noInvalidDate: true })),
  usageCount: fc.nat(3),
  normalizedName: fc.string({ unit: 'binary', maxLength: 3 }),
});

test.each(ASSET_SORTS)(
  'by %s: an order, the same from both sides, that only one asset twice ties',
  (sort) => {
    const compare = compareAssets(sort);
    fc.assert(
      fc.property(row, row, row, (a, b, c) => {
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        expect(compare(a, b) === 0).toBe(a.id === b.id && sortKeyOf(sort, a) === sortKeyOf(sort, b));
        const [first, second, third] = [a, b, c].sort(compare);
        if (first && second && third) expect(compare(first, third)).toBeLessThanOrEqual(0);
      }),
    );
  },
);

test('what was never used stands last, and names go by the bytes of UTF-8', () => {
  const at = (more: object) => ({
    id: 'a',
    createdAt: new Date(0),
    lastUsedAt: null,
    usageCount: 0,
    normalizedName: '',
    ...more,
  });
  expect(compareAssets('used')(at({}), at({ lastUsedAt: new Date(0) }))).toBeGreaterThan(0);
  const names = ['\u{10000}', '\uffff', 'b', 'ab', 'a'].map((normalizedName) => at({ normalizedName }));
  expect(names.sort(compareAssets('name')).map(({ normalizedName }) => normalizedName)).toEqual([
    'a',
    'ab',
    'b',
    '\uffff',
    '\u{10000}',
  ]);
});
