import { makeAsset, offerAsset } from '../assets.ts';
import type { Furnished, Owner } from './all.ts';

/** An asset of somebody's own, and one that they keep back from the market. */
export async function furnishAsset(owner: Owner): Promise<Furnished> {
  const { id: assetId } = await makeAsset(owner);
  const { id: marketAssetId } = await offerAsset(owner, { isPublic: false });
  return { assetId, marketAssetId };
}
