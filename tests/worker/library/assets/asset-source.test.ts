import { getTableName } from 'drizzle-orm';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { marketAssets, systemAssets, userAssets } from '#tables/assets.ts';
import {
  ASSET_SOURCE_NAMES,
  ASSET_SOURCES,
  assetSourceNamed,
  AssetSourceType,
  isAssetSourceNumber,
  parseAssetSource,
} from '#worker/library/assets/asset-source.ts';

/** Delula's order from 1 on; other systems store these numbers. */
const TABLE = [
  ['USER', 1, 'user', 'user_assets', true],
  ['GENERATION', 2, 'generation', 'generations', true],
  ['SYSTEM', 3, 'system', 'system_assets', false],
  ['MARKET', 4, 'market', 'market_assets', false],
] as const;

test.each(TABLE)('%s is %i, called %s, stands in %s and needs a sign-in: %s', (key, ...said) => {
  const source = AssetSourceType[key];
  const [number, name, table, requiresSignIn] = said;
  expect(source).toEqual({ number, name, table, requiresSignIn });
  expect(parseAssetSource(number)).toBe(source);
  expect(parseAssetSource(name)).toBe(source);
  expect(assetSourceNamed(name)).toBe(source);
  expect(isAssetSourceNumber(number)).toBe(true);
});

test('there is no other source, and the names are those of the module', () => {
  expect(ASSET_SOURCES).toHaveLength(TABLE.length);
  expect(ASSET_SOURCES.map(({ name }) => name)).toEqual(ASSET_SOURCE_NAMES);
});

test('the tables that are there are called so', () => {
  expect([userAssets, systemAssets, marketAssets].map(getTableName)).toEqual([
    AssetSourceType.USER.table,
    AssetSourceType.SYSTEM.table,
    AssetSourceType.MARKET.table,
  ]);
});

test.each([0, 5, -1, 1.5, NaN, Infinity, '1', 'USER', ' user', '', null, undefined, {}, [1], true])(
  '%j is no source',
  (value) => {
    expect(parseAssetSource(value)).toBeUndefined();
    expect(isAssetSourceNumber(value)).toBe(false);
  },
);

test('whatever is given, parsing gives a source or undefined', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const source = parseAssetSource(value);
      expect(source === undefined || source.number === value || source.name === value).toBe(true);
    }),
  );
});
