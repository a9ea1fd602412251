/**
 * The product's media routes over a bucket that counts what is really read from it, and beside them the
 * barest thing a worker can do with R2: answer a range. Only the bench runs it.
 */
import { app } from '#worker/app.ts';
import type { Env } from '#worker/env.ts';
import { sourceKey } from '#worker/media/keys.ts';
import { ingestSource } from '#worker/media/ingest.ts';

let bytesRead = 0;

export default {
  async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
    const url = new URL(request.url);
    const [, operation, shortId = ''] = url.pathname.split('/');
    if (operation === 'bare') return answerBare(env.MEDIA, sourceKey(shortId), url.searchParams);
    if (operation === 'store') {
      await env.MEDIA.put(sourceKey(shortId), request.body);
      return new Response();
    }
    if (operation === 'ingest') return Response.json(await ingestSource(env.MEDIA, shortId));
    if (operation === 'counts') {
      const counted = { bytesRead };
      bytesRead = 0;
      return Response.json(counted);
    }
    return app.fetch(request, { ...env, MEDIA: counting(env.MEDIA) }, context);
  },
};

async function answerBare(bucket: R2Bucket, key: string, query: URLSearchParams): Promise<Response> {
  const range = { offset: Number(query.get('offset')), length: Number(query.get('length')) };
  const object = await bucket.get(key, { range });
  return new Response(object?.body, { headers: { 'content-type': 'video/mp4' } });
}

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
  size: number;
} {
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytesRead += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const body = object.body.pipeThrough(counter);
  return { body, arrayBuffer: () => new Response(body).arrayBuffer(), size: object.size };
}
