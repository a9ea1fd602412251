import { Hono } from 'hono';
import type { Context } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { actorOf, requireAccount } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { guard } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { rateLimit } from '#worker/http/rate-limit.ts';
import { standardLimitOf } from './storage/storage-limit.ts';
import { finishUpload } from './upload/finish-upload.ts';
import { receivePatch } from './upload/receive-patch.ts';
import { removeUpload } from './upload/remove-upload.ts';
import { startUpload } from './upload/start-upload.ts';
import {
  readUploadOffset,
  requireOffsetContentType,
  TUS_CAPABILITIES,
  tusVersion,
} from './upload/tus-protocol.ts';
import { readUploadLength } from './upload/tus-protocol.ts';
import { readUploadMetadata, requirePlausibleType } from './upload/upload-metadata.ts';
import { findUpload, type Upload } from './upload/uploads.queries.ts';

/** tus 1.0 (https://tus.io/protocols/resumable-upload): plain routes, since its answers are headers. */
export const uploadRoutes = new Hono<AppEnv>();

const COLLECTION = '/api/uploads';
const ADDRESS = `${COLLECTION}/:id`;
const maker = guard({ who: 'account', scope: 'videos:write' });

uploadRoutes.use(COLLECTION, tusVersion);
uploadRoutes.use(ADDRESS, tusVersion);

for (const path of [COLLECTION, ADDRESS]) {
  uploadRoutes.options(path, (c) => c.body(null, 204, TUS_CAPABILITIES));
}

uploadRoutes.post(COLLECTION, rateLimit({ name: 'uploads', burst: 30, perMinute: 10 }), maker, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const lengthBytes = readUploadLength(c);
  const metadata = readUploadMetadata(c.req.header('upload-metadata'));
  requirePlausibleType(metadata);
  const { id, expiresAt } = await startUpload(c.env.MEDIA, c.get('db'), {
    viewer,
    lengthBytes,
    metadata,
    standardBytes: standardLimitOf(c.env),
    now: new Date(),
    makeId: uuidv7,
  });
  const headers = { Location: `${COLLECTION}/${id}`, 'Upload-Expires': expiresAt.toUTCString() };
  return c.body(null, 201, headers);
});

uploadRoutes.get(ADDRESS, maker, async (c) => {
  if (c.req.raw.method !== 'HEAD') throw new AppError('NOT_FOUND', 'An upload cannot be read, only HEAD.');
  const upload = await getUpload(c);
  await finishUpload(c.env.MEDIA, c.get('db'), { upload, now: new Date() });
  return c.body(null, 200, { ...progressHeaders(upload), 'Upload-Length': String(upload.lengthBytes) });
});

uploadRoutes.patch(ADDRESS, maker, async (c) => {
  requireOffsetContentType(c);
  const offsetBytes = readUploadOffset(c);
  const upload = await getUpload(c);
  const receiving = receivePatch(c.env.MEDIA, c.get('db'), { upload, offsetBytes, request: c.req.raw });
  // Goes on after the connection is cut, so that what has arrived is kept (U3).
  c.executionCtx.waitUntil(receiving.catch(() => undefined));
  const received = await receiving;
  return c.body(null, 204, progressHeaders(received));
});

uploadRoutes.delete(ADDRESS, maker, async (c) => {
  const upload = await getUpload(c);
  if (upload.isFinished) {
    throw new AppError('CONFLICT', 'The upload has become a video already; delete the video instead.');
  }
  await removeUpload(c.env.MEDIA, c.get('db'), upload);
  return c.body(null, 204);
});

/** The viewer's own upload, or NOT_FOUND: also for others' and for expired ones (U8). */
async function getUpload(c: Context<AppEnv>): Promise<Upload> {
  const viewer = requireAccount(c.get('viewer'));
  const id = z.uuid().safeParse(c.req.param('id'));
  const upload = id.success ? await findUpload(c.get('db'), actorOf(viewer), id.data) : undefined;
  const isExpired = upload && !upload.isFinished && upload.expiresAt.getTime() <= Date.now();
  if (!upload || isExpired) throw new AppError('NOT_FOUND', 'There is no such upload. Begin a new one.');
  return upload;
}

/** Where a finished upload's video stands is told with every answer about it. */
function progressHeaders(upload: Upload): Record<string, string> {
  const headers: Record<string, string> = { 'Upload-Offset': String(upload.offsetBytes) };
  if (upload.offsetBytes === upload.lengthBytes) headers['Video-Location'] = `/api/videos/${upload.shortId}`;
  else headers['Upload-Expires'] = upload.expiresAt.toUTCString();
  return headers;
}
