import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { toProblemResponse } from '#worker/http/problem.ts';
import { readByteRange } from './byte-range.ts';
import type { MediaFile } from './media-file.ts';
import { lengthOf, sliceParts, streamParts } from './body-parts.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const CHANGEABLE = 'public, max-age=60';

/** Turns a file into an answer to this request: conditional, ranged or whole, with or without a body. */
export async function answerFile(c: Context<AppEnv>, file: MediaFile): Promise<Response> {
  const request = c.req.raw;
  const headers = headersOf(file);
  if (isKnownTo(request, file.tag)) return new Response(null, { status: 304, headers });
  const sizeBytes = file.kind === 'bytes' ? file.bytes.length : lengthOf(file.parts);
  const asked = readByteRange(rangeHeader(request, file.tag), sizeBytes);
  if (asked.kind === 'unsatisfiable') {
    const failure = new AppError('INVALID', `There are ${sizeBytes} bytes: none of those asked for.`);
    const told = { ...OPEN_TO_ALL_ORIGINS, 'content-range': `bytes */${sizeBytes}` };
    return toProblemResponse(failure, c, { status: 416, headers: told });
  }
  const [start, end] = asked.kind === 'part' ? [asked.start, asked.end] : [0, sizeBytes - 1];
  if (asked.kind === 'part') headers.set('content-range', `bytes ${start}-${end}/${sizeBytes}`);
  headers.set('content-type', file.contentType);
  headers.set('content-length', String(end - start + 1));
  const status = asked.kind === 'part' ? 206 : 200;
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  return new Response(await bodyOf(c.env.MEDIA, file, start, end), { status, headers });
}

async function bodyOf(bucket: R2Bucket, file: MediaFile, start: number, end: number): Promise<BodyInit> {
  if (file.kind === 'bytes') return file.bytes.subarray(start, end + 1);
  const body = await streamParts(bucket, sliceParts(file.parts, start, end));
  if (!body) throw new AppError('NOT_FOUND', 'The media of this video is no longer here.');
  return body;
}

function headersOf(file: MediaFile): Headers {
  return new Headers({
    etag: file.tag,
    'accept-ranges': 'bytes',
    'cache-control': file.isImmutable ? IMMUTABLE : CHANGEABLE,
    ...OPEN_TO_ALL_ORIGINS,
  });
}

/** The grant in the path is the only key to media: players on any page that has it may read. */
export const OPEN_TO_ALL_ORIGINS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'Range, If-None-Match, If-Range',
  'access-control-expose-headers': 'Content-Length, Content-Range, ETag',
  'cross-origin-resource-policy': 'cross-origin',
};

function isKnownTo(request: Request, tag: string): boolean {
  const known = request.headers.get('if-none-match');
  if (known === null) return false;
  return known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/** A range of another version of the file is of no use: If-Range then asks for the whole. */
function rangeHeader(request: Request, tag: string): string | undefined {
  const condition = request.headers.get('if-range');
  if (condition !== null && condition !== tag) return undefined;
  return request.headers.get('range') ?? undefined;
}
