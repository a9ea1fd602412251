import { AppError } from './app-error.ts';

const LONGEST = 255;

/** The key of an `Idempotency-Key` header: a quoted string as the draft has it, or bare as most programs send it. */
export function readIdempotencyKey(header: string): string {
  const trimmed = header.trim();
  const key = /^"(.*)"$/.exec(trimmed)?.[1] ?? trimmed;
  if (key.length > 0 && key.length <= LONGEST && /^[\x21\x23-\x7e]+$/.test(key)) return key;
  throw new AppError(
    'INVALID',
    `An Idempotency-Key is 1 to ${LONGEST} visible characters without quotes, e.g. a UUID.`,
  );
}

/** Answers that a repeat is to hear again. Of others (ours to fix, too many, signed out) a repeat is a new try. */
export const isKept = (status: number): boolean =>
  status >= 200 && status < 500 && ![401, 408, 425, 429].includes(status);

/** What is told again besides status and body. */
export const KEPT_HEADERS = ['content-type', 'location', 'etag', 'link', 'cache-control', 'upload-expires'];

/** What changes what a request asks, besides method, address and body. */
export const TELLING_HEADERS = ['content-type', 'if-match', 'upload-length', 'upload-metadata'];
