import type { z } from 'zod';
import { AppError } from '#worker/http/app-error.ts';

/** Where the next page begins: the last row's sort key, as opaque text. */
export function encodeCursor(values: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(values));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The values of a cursor that came in with a request. Throws INVALID for anything we did not make. */
export function decodeCursor<Values>(text: string, schema: z.ZodType<Values>): Values {
  const parsed = schema.safeParse(readJson(text));
  if (parsed.success) return parsed.data;
  throw new AppError('INVALID', 'The cursor is not one of ours; begin at the first page.', {
    errors: [{ pointer: '/cursor', detail: 'Take it from `next` of the page before.' }],
  });
}

/** Undefined where the text is no base64url of UTF-8 JSON; no schema accepts that. */
function readJson(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    return undefined;
  }
}
