import { createRoute, z } from '@hono/zod-openapi';
import { requireAccount } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { Problem, PROBLEM_TYPE } from '#worker/http/problem.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { assetKey } from '#worker/media/keys.ts';
import { answerFile } from '#worker/media/serve/answer-file.ts';
import type { MediaFile } from '#worker/media/serve/media-file.ts';
import { contentHeaders } from './asset-content.ts';
import { AssetParam } from './asset-input.ts';
import type { AssetRow } from './asset-row.queries.ts';
import { beginUpload, finishUpload } from './asset-upload.queries.ts';
import { Asset, toAssetView } from './asset-view.ts';
import { getAsset, noSuchAsset, requireId, tagOf } from './get-asset.ts';
import { receiveAsset } from './receive-asset.ts';
import { makeSystemFile } from './system/system-files.ts';

const path = '/api/assets/{assetId}/content';
const tags = ['assets'];
const bytes = { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } };

const send = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Send the bytes of an asset',
  description:
    'All at once, as many as were announced. The first ones decide what it is. Sent again after they have come, the ' +
    'same bytes are answered with the asset and others refused: an asset never changes under its id.',
  ...access('account', 'assets:write'),
  request: { params: AssetParam, body: { required: true, content: bytes } },
  responses: {
    200: { description: 'The asset, as it is now.', content: { 'application/json': { schema: Asset } } },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND', 'CONFLICT', 'TOO_LARGE'),
  },
});

const read = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'The bytes of an asset',
  description:
    'Pictures, films and sounds that browsers know are shown; everything else is a file to be saved.',
  ...access('anyone', 'assets:read'),
  request: { params: AssetParam },
  responses: {
    200: { description: 'The bytes.', content: bytes },
    206: { description: 'The range asked for.', content: bytes },
    304: { description: 'You have them already.' },
    416: {
      description: 'They end before that range begins.',
      content: { [PROBLEM_TYPE]: { schema: Problem } },
    },
    ...refusals('NOT_FOUND'),
  },
});

export const assetContentRoutes = createRouter();

assetContentRoutes.openapi(send, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const id = requireId(c.req.valid('param').assetId);
  const key = assetKey(id, crypto.randomUUID());
  const asset = await beginUpload(c.get('db'), viewer, { id, key });
  if (!asset) throw noSuchAsset();
  if (asset.marketAssetId !== null) throw alreadyThere();
  const receiving = receiveAsset(c.env.MEDIA, asset, { key, request: c.req.raw });
  // Goes on after the connection is cut, so that an object nobody will name is removed.
  c.executionCtx.waitUntil(receiving.catch(() => undefined));
  const facts = await receiving;
  const row = asset.uploadedAt === null ? await finishUpload(c.get('db'), { id, key, facts }) : undefined;
  if (!row) await c.env.MEDIA.delete(key);
  const isSame = asset.uploadedAt !== null && asset.sha256 === facts.sha256;
  if (!row && !isSame) throw alreadyThere();
  const current = row ?? asset;
  c.header('etag', tagOf(current));
  return c.json(toAssetView(current), 200);
});

const alreadyThere = (): AppError =>
  new AppError('CONFLICT', 'The bytes of this asset are there already, or come from another request now.');

assetContentRoutes.openapi(read, async (c) => {
  const asset = await getAsset(c.get('db'), c.get('viewer'), c.req.valid('param').assetId);
  const file = asset.uploadedAt === null ? undefined : await fileOf(asset);
  if (!file) throw new AppError('NOT_FOUND', 'The bytes of this asset have not come yet.');
  const answer = await answerFile(c, file);
  if (answer.status === 416) return answer;
  const headers = new Headers(contentHeaders(asset.mimeType, asset.originalFilename ?? asset.name));
  for (const name of ['etag', 'accept-ranges', 'content-length', 'content-range']) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
});

async function fileOf(asset: AssetRow): Promise<MediaFile | undefined> {
  const known = { contentType: asset.mimeType, isImmutable: false };
  if (asset.source === 'system') {
    const made = await makeSystemFile(asset.reference ?? '');
    return made && { ...known, tag: `"${asset.reference}.1"`, kind: 'bytes', bytes: made };
  }
  if (asset.storageKey === null) return undefined;
  const part = { source: { kind: 'object' as const, key: asset.storageKey }, offset: 0 };
  const parts = [{ ...part, length: asset.fileSizeBytes ?? 0 }];
  return { ...known, tag: `"${asset.sha256}"`, kind: 'parts', parts };
}
