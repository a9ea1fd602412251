import { buildIndex } from './hls/build-index.ts';
import type { MediaFacts, MediaIndex } from './hls/media-index.ts';
import { indexKey, sourceKey } from './keys.ts';
import { HEAD_BYTES, locateMoov, type ReadRange } from './mp4/locate-moov.ts';
import { MediaError } from './mp4/media-error.ts';
import { readMovie } from './mp4/movie.ts';
import { recogniseSignature } from './mp4/signature.ts';
import { plan, planForeign, type Plan } from './plan.ts';
import { encodeSidecar } from './sidecar/encode-sidecar.ts';
import { FORMAT_VERSION } from './sidecar/sidecar-format.ts';

/** How a stored file turned out: playable under a version, or not, with the reason for its owner. */
export type Ingested =
  | { kind: 'playable'; version: string; facts: MediaFacts; mimeType: string }
  | { kind: 'refused'; reason: string; mimeType: string };

const NO_MEDIA_TYPE = 'application/octet-stream';

/**
 * Makes a stored file playable: a few range reads, the plan, and the sidecar beside it. Doing it again gives
 * the same sidecar under the same version.
 */
export async function ingestSource(bucket: R2Bucket, shortId: string): Promise<Ingested> {
  const key = sourceKey(shortId);
  const object = await bucket.head(key);
  if (!object) throw new Error(`${key} is not stored`);
  const read: ReadRange = async (offset, length) => {
    const part = await bucket.get(key, { range: { offset, length }, onlyIf: { etagMatches: object.etag } });
    if (!part || !('body' in part)) throw new Error(`${key} changed while it was read`);
    return new Uint8Array(await part.arrayBuffer());
  };
  try {
    const planned = await planStored(read, object.size);
    if (planned.kind === 'job')
      return refused(`This file cannot play as it is. ${planned.reasons.join(' ')}`);
    const index = buildIndex(planned.surveys);
    const version = versionOf(object.etag);
    await putSidecar(bucket, indexKey(shortId, version), index);
    return { kind: 'playable', version, facts: index.facts, mimeType: mimeTypeOf(index.facts) };
  } catch (error) {
    if (error instanceof MediaError) return refused(error.message);
    throw error;
  }
}

async function planStored(read: ReadRange, fileBytes: number): Promise<Plan> {
  const head = await read(0, Math.min(HEAD_BYTES, fileBytes));
  const signature = recogniseSignature(head);
  if (signature.kind !== 'mp4') return planForeign(signature);
  return plan(readMovie(await locateMoov(read, fileBytes, head)), fileBytes);
}

const refused = (reason: string): Ingested => ({ kind: 'refused', reason, mimeType: NO_MEDIA_TYPE });

const mimeTypeOf = (facts: MediaFacts): string => (facts.width ? 'video/mp4' : 'audio/mp4');

/** From the file's content and the sidecar's format: whatever changes a segment changes its address. */
const versionOf = (etag: string): string =>
  `${FORMAT_VERSION}-${etag.replaceAll(/[^0-9A-Za-z]/g, '').slice(0, 16)}`;

/** Streamed chunk by chunk: R2 wants the length beforehand, and nothing is copied into one buffer. */
async function putSidecar(bucket: R2Bucket, key: string, index: MediaIndex): Promise<void> {
  const { chunks, sizeBytes } = encodeSidecar(index);
  const { readable, writable } = new FixedLengthStream(sizeBytes);
  const stored = bucket.put(key, readable, { httpMetadata: { contentType: NO_MEDIA_TYPE } });
  const writer = writable.getWriter();
  const written = (async () => {
    for (const chunk of chunks) await writer.write(chunk);
    await writer.close();
  })();
  await Promise.all([stored, written]);
}
