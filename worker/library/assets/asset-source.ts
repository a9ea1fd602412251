/**
 * Where an asset comes from: the one place that knows each source's number, name and table, and whether one has to sign
 * in to see what it holds. Numbers are stored and sent by other systems: they never change their meaning.
 */
export const AssetSourceType = {
  USER: { number: 1, name: 'user', table: 'user_assets', requiresSignIn: true },
  GENERATION: { number: 2, name: 'generation', table: 'generations', requiresSignIn: true },
  SYSTEM: { number: 3, name: 'system', table: 'system_assets', requiresSignIn: false },
  MARKET: { number: 4, name: 'market', table: 'market_assets', requiresSignIn: false },
} as const;

export type AssetSource = (typeof AssetSourceType)[keyof typeof AssetSourceType];
export type AssetSourceName = AssetSource['name'];

export const ASSET_SOURCES: readonly AssetSource[] = Object.values(AssetSourceType);
export const ASSET_SOURCE_NAMES = [
  'user',
  'generation',
  'system',
  'market',
] as const satisfies AssetSourceName[];

/** Total: whatever is given, a source or undefined. */
export const parseAssetSource = (value: unknown): AssetSource | undefined =>
  ASSET_SOURCES.find(({ number, name }) => number === value || name === value);

export const isAssetSourceNumber = (value: unknown): value is AssetSource['number'] =>
  typeof value === 'number' && parseAssetSource(value) !== undefined;

export function assetSourceNamed(name: AssetSourceName): AssetSource {
  const source = parseAssetSource(name);
  if (!source) throw new RangeError(`There is no source of assets called ${String(name)}.`);
  return source;
}
