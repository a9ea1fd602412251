import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { uploads } from '#tables/uploads.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import { listParts } from '#worker/media/upload/parts.queries.ts';
import { receiveBody } from '#worker/media/upload/receive-body.ts';
import { expireUploads } from '#worker/media/upload/remove-upload.ts';
import { openUploadStore } from '#worker/media/upload/upload-store.ts';
import { findUpload, type Upload } from '#worker/media/upload/uploads.queries.ts';
import { film } from '#tests/support/mp4/films.ts';
import { writeMp4 } from '#tests/support/mp4/write-mp4.ts';
import { signUp } from '#tests/support/workers/visitor.ts';
import { Uploader, uploadWhole, videoAt } from './uploader.ts';

const db = createDatabase(env.DATABASE_URL);
const MEDIA = serviceActor('service:media');
const file = writeMp4(film());

async function getUpload(id: string): Promise<Upload> {
  return (await findUpload(db, MEDIA, id)) ?? expect.fail('no such upload');
}

/** An upload whose bytes have all arrived, but whose worker died before it did anything more. */
async function arrived(): Promise<Uploader> {
  const uploader = new Uploader(await signUp());
  await uploader.create(file.length);
  const upload = await getUpload(uploader.id);
  const body = new Response(file).body ?? expect.fail('no body');
  const store = openUploadStore(env.MEDIA, db, upload);
  await receiveBody(body, upload, { store, announcedBytes: 0 });
  return uploader;
}

async function completeObject(uploader: Uploader): Promise<Upload> {
  const upload = await getUpload(uploader.id);
  const { parts } = await listParts(db, upload.id);
  await env.MEDIA.resumeMultipartUpload(upload.storageKey, upload.r2UploadId).complete(parts);
  return upload;
}

const expireNow = (id: string): Promise<unknown> =>
  runAs(db, MEDIA, (db) => [
    db
      .update(uploads)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(uploads.id, id)),
  ]);

describe('a worker that died at the end of an upload', () => {
  test('U6 before the object stood: the next HEAD finishes', async () => {
    const uploader = await arrived();
    const video = await videoAt(uploader.visitor, await uploader.head());
    expect(video.processingStatus).toBe('complete');
  });

  test('U6 before the object stood: an empty PATCH at the end finishes', async () => {
    const uploader = await arrived();
    const video = await videoAt(uploader.visitor, await uploader.patch(file.length, new Uint8Array()));
    expect(video.processingStatus).toBe('complete');
  });

  test('U6 before the index stood: the next HEAD finishes', async () => {
    const uploader = await arrived();
    await completeObject(uploader);
    const video = await videoAt(uploader.visitor, await uploader.head());
    expect(video.processingStatus).toBe('complete');
  });

  test('U6 many who ask at once do no harm', async () => {
    const uploader = await arrived();
    const answers = await Promise.all(Array.from({ length: 4 }, () => uploader.head()));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    const { objects } = await env.MEDIA.list({ prefix: `videos/${(await getUpload(uploader.id)).shortId}/` });
    expect(objects.length).toBe(2);
  });
});

describe('uploads nobody finished', () => {
  test('U9 go with parts, tail and video once they have expired, and only then', async () => {
    const uploader = new Uploader(await signUp());
    await uploader.create(file.length);
    await uploader.patch(0, file.slice(0, 700));
    await expireUploads(env, new Date());
    expect(await uploader.offset()).toBe(700);

    await expireNow(uploader.id);
    expect((await uploader.head()).status).toBe(404);
    const { shortId } = await getUpload(uploader.id);
    expect(await expireUploads(env, new Date())).toBeGreaterThanOrEqual(1);
    expect(await findUpload(db, MEDIA, uploader.id)).toBeUndefined();
    expect((await env.MEDIA.list({ prefix: `uploads/${uploader.id}/` })).objects).toEqual([]);
    expect((await uploader.visitor.get(`/api/videos/${shortId}`)).status).toBe(404);
  });

  test('U9 that arrived but were never indexed leave no object behind', async () => {
    const uploader = await arrived();
    const upload = await completeObject(uploader);
    await expireNow(uploader.id);
    await expireUploads(env, new Date());
    expect(await env.MEDIA.head(upload.storageKey)).toBeNull();
  });

  test('U9 a video that waited for the file goes on waiting', async () => {
    const ada = await signUp();
    const { id } = await (await ada.post('/api/videos', { title: 'Waiting' })).json<{ id: string }>();
    const uploader = new Uploader(ada);
    await uploader.create(file.length, { videoId: id });
    await expireNow(uploader.id);
    await expireUploads(env, new Date());
    expect((await ada.get(`/api/videos/${id}`)).status).toBe(200);
    expect((await uploadWhole(ada, file, { videoId: id })).processingStatus).toBe('complete');
  });
});
