import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { MAX_UPLOAD_BYTES } from './limits.ts';

const TUS_VERSION = '1.0.0';

export const TUS_CAPABILITIES = {
  'Tus-Resumable': TUS_VERSION,
  'Tus-Version': TUS_VERSION,
  'Tus-Extension': 'creation,expiration,termination',
  'Tus-Max-Size': String(MAX_UPLOAD_BYTES),
};

/** Every request but OPTIONS names the protocol's version, every answer does, refusals too. */
export const tusVersion: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.header('Tus-Resumable', TUS_VERSION);
  c.header('Cache-Control', 'no-store');
  if (c.req.method !== 'OPTIONS' && c.req.header('tus-resumable') !== TUS_VERSION) {
    c.header('Tus-Version', TUS_VERSION);
    throw new AppError('STALE', `This server speaks tus ${TUS_VERSION}: send the header Tus-Resumable.`);
  }
  await next();
  c.res.headers.set('Tus-Resumable', TUS_VERSION);
};

export function readUploadLength(c: Context<AppEnv>): number {
  if (c.req.header('upload-defer-length') !== undefined) {
    throw new AppError('INVALID', 'The length of the file must be known when its upload begins.');
  }
  const lengthBytes = readCount(c, 'upload-length');
  if (lengthBytes === 0) throw new AppError('INVALID', 'The file is empty: there is nothing to upload.');
  if (lengthBytes > MAX_UPLOAD_BYTES) {
    const most = MAX_UPLOAD_BYTES / 1024 ** 3;
    throw new AppError('TOO_LARGE', `The file is larger than ${most} GiB, the most that can be uploaded.`);
  }
  return lengthBytes;
}

export const readUploadOffset = (c: Context<AppEnv>): number => readCount(c, 'upload-offset');

export function requireOffsetContentType(c: Context<AppEnv>): void {
  if (c.req.header('content-type') === 'application/offset+octet-stream') return;
  throw new AppError('UNSUPPORTED_MEDIA', 'Send the bytes as application/offset+octet-stream.');
}

function readCount(c: Context<AppEnv>, name: string): number {
  const text = c.req.header(name) ?? '';
  if (!/^\d{1,15}$/.test(text)) throw new AppError('INVALID', `The header ${name} must be a whole number.`);
  return Number(text);
}
