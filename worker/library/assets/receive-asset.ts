import { AppError } from '#worker/http/app-error.ts';
import { openBody } from '#worker/media/upload/body-reader.ts';
import { decideAssetKind } from './asset-kind.ts';
import type { AssetRow } from './asset-row.queries.ts';
import type { AssetFacts } from './asset-upload.queries.ts';
import { readImageSize } from './image-size.ts';
import { readMovieFacts } from './movie-facts.ts';

/** Enough for the size of a JPEG behind a colour profile and a thumbnail. */
const HEAD_BYTES = 256 * 1024;

/**
 * Streams the bytes into R2 under a key of this attempt's own, hashing them on the way. The kind is decided by the first
 * piece that holds enough, before more is taken. Whatever goes wrong leaves no object: R2 keeps none that was cut short.
 */
export async function receiveAsset(
  bucket: R2Bucket,
  asset: AssetRow,
  { key, request }: { key: string; request: Request },
): Promise<AssetFacts> {
  const sizeBytes = asset.fileSizeBytes ?? 0;
  const announced = request.headers.get('content-length');
  if (announced !== null && Number(announced) !== sizeBytes) throw wrongLength(sizeBytes, Number(announced));
  if (!request.body) throw wrongLength(sizeBytes, 0);
  const { head, sha256 } = await store(bucket, asset, { key, body: request.body, sizeBytes });
  try {
    const kind = kindOf(head, asset);
    const movie =
      kind.mimeType === 'video/mp4' || kind.mimeType === 'audio/mp4'
        ? await readMovieFacts(bucket, key, sizeBytes, head)
        : undefined;
    const type = movie?.isSoundOnly ? { type: 'audio' as const, mimeType: 'audio/mp4' } : kind;
    return {
      type: type.type,
      mimeType: type.mimeType,
      sha256,
      dimensions: movie?.dimensions ?? readImageSize(head) ?? null,
      durationSeconds: movie?.durationSeconds ?? null,
    };
  } catch (error) {
    await bucket.delete(key);
    throw error;
  }
}

function kindOf(head: Uint8Array, { mimeType }: AssetRow) {
  const kind = decideAssetKind(head, mimeType);
  if (kind.kind === 'refused') throw new AppError('UNSUPPORTED_MEDIA', kind.reason);
  return kind;
}

interface Incoming {
  key: string;
  body: ReadableStream<Uint8Array>;
  sizeBytes: number;
}

async function store(bucket: R2Bucket, asset: AssetRow, { key, body, sizeBytes }: Incoming) {
  const { readable, writable } = new FixedLengthStream(sizeBytes);
  const stored = bucket.put(key, readable, { httpMetadata: { contentType: 'application/octet-stream' } });
  // Heard below, or of no more interest.
  stored.catch(() => undefined);
  const digest = new crypto.DigestStream('SHA-256');
  digest.digest.catch(() => undefined);
  const [writer, hasher] = [writable.getWriter(), digest.getWriter()];
  const head = new Uint8Array(Math.min(HEAD_BYTES, sizeBytes));
  const readNext = openBody(body);
  let receivedBytes = 0;
  let isKnown = false;
  try {
    for (;;) {
      const { value, end } = await readNext();
      if (receivedBytes + value.length > sizeBytes)
        throw wrongLength(sizeBytes, receivedBytes + value.length);
      if (receivedBytes < head.length)
        head.set(value.subarray(0, head.length - receivedBytes), receivedBytes);
      receivedBytes += value.length;
      if (!isKnown && receivedBytes >= Math.min(4096, sizeBytes)) {
        kindOf(head.subarray(0, receivedBytes), asset);
        isKnown = true;
      }
      // Both have read it before its memory is lent again.
      if (value.length > 0) await Promise.all([writer.write(value), hasher.write(value)]);
      if (end === 'cut' || (end === 'all' && receivedBytes < sizeBytes))
        throw wrongLength(sizeBytes, receivedBytes);
      if (end === 'all') break;
    }
    await Promise.all([writer.close(), hasher.close()]);
    await stored;
  } catch (error) {
    await Promise.allSettled([writer.abort(error), hasher.abort(error), stored]);
    throw error;
  }
  return { head, sha256: toHex(await digest.digest) };
}

const toHex = (hash: ArrayBuffer): string =>
  Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');

const wrongLength = (sizeBytes: number, receivedBytes: number): AppError =>
  new AppError(
    receivedBytes > sizeBytes ? 'TOO_LARGE' : 'INVALID',
    `The file was announced with ${sizeBytes} bytes, but ${receivedBytes > sizeBytes ? 'more' : `only ${receivedBytes}`} came.`,
  );
