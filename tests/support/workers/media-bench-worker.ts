/**
 * The product beside the barest thing a worker can do with R2, over one bucket, in one workerd. Only the
 * media bench runs it.
 */
import { app } from '#worker/app.ts';
import type { Env } from '#worker/env.ts';
import { ingestSource } from '#worker/media/ingest.ts';
import { sourceKey } from '#worker/media/keys.ts';
import { PART_BYTES } from '#worker/media/upload/limits.ts';

let bytesRead = 0;

export default {
  async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
    const url = new URL(request.url);
    const [, operation, shortId = ''] = url.pathname.split('/');
    const key = sourceKey(shortId);
    switch (operation) {
      case 'bare':
        return answerBare(env.MEDIA, key, url.searchParams);
      case 'store':
        await env.MEDIA.put(key, request.body);
        return new Response();
      case 'store-in-parts':
        await storeInParts(env.MEDIA, key, Number(url.searchParams.get('from')));
        return new Response();
      case 'ingest':
        return Response.json(await ingestSource(env.MEDIA, shortId));
      case 'counts':
        return takeCounts();
      case 'counted':
        return app.fetch(asMedia(request), { ...env, MEDIA: counting(env.MEDIA) }, context);
      default:
        return app.fetch(request, env, context);
    }
  },
};

async function answerBare(bucket: R2Bucket, key: string, query: URLSearchParams): Promise<Response> {
  const range = { offset: Number(query.get('offset')), length: Number(query.get('length')) };
  const object = await bucket.get(key, { range });
  return new Response(object?.body, { headers: { 'content-type': 'video/mp4' } });
}

/** Writes the object anew, from itself, as uploads do: in parts. */
async function storeInParts(bucket: R2Bucket, key: string, sizeBytes: number): Promise<void> {
  const multipart = await bucket.createMultipartUpload(key);
  const parts: R2UploadedPart[] = [];
  for (let offset = 0; offset < sizeBytes; offset += PART_BYTES) {
    const object = await bucket.get(key, {
      range: { offset, length: Math.min(PART_BYTES, sizeBytes - offset) },
    });
    if (!object) throw new Error(`${key} is not stored`);
    parts.push(await multipart.uploadPart(parts.length + 1, await object.arrayBuffer()));
  }
  await multipart.complete(parts);
}

function takeCounts(): Response {
  const counts = { bytesRead };
  bytesRead = 0;
  return Response.json(counts);
}

const asMedia = (request: Request): Request =>
  new Request(request.url.replace('/counted/', '/media/'), { headers: request.headers });

/** The bucket, with every body it hands out passing a counter. */
const counting = (bucket: R2Bucket): R2Bucket =>
  new Proxy(bucket, {
    get(target, name) {
      if (name !== 'get') {
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? member.bind(target) : member;
      }
      return async (key: string, options?: R2GetOptions) => {
        const object = await target.get(key, options);
        return object && 'body' in object ? counted(object) : object;
      };
    },
  });

function counted(object: R2ObjectBody): {
  body: ReadableStream;
  arrayBuffer(): Promise<ArrayBuffer>;
} {
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytesRead += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const body = object.body.pipeThrough(counter);
  return { body, arrayBuffer: () => new Response(body).arrayBuffer() };
}
