import type { z } from 'zod';
import { Down } from './down.ts';
import type { ErrorCode } from './error.ts';
import { LIMITS } from './limits.ts';
import { Up } from './up.ts';

export type Decoded<T> =
  { ok: true; frame: T } | { ok: false; id: string | null; code: ErrorCode; reason: string };

/** Reads one frame from a client: bounded, parsed and checked, with a reason a person understands. */
export function decodeUp(data: unknown): Decoded<Up> {
  if (typeof data !== 'string') return refusal('INVALID', 'Frames are JSON text, not binary.');
  if (byteLength(data) > LIMITS.frameInBytes) return refusal('TOO_LARGE', 'The frame is larger than 16 KiB.');
  const value = parse(data);
  if (value === undefined) return refusal('INVALID', 'The frame is not valid JSON.');
  const parsed = Up.safeParse(value);
  if (parsed.success) return { ok: true, frame: parsed.data };
  return { ok: false, id: idOf(value), code: 'INVALID', reason: inWords(parsed.error.issues[0]) };
}

function inWords(issue: z.core.$ZodIssue | undefined): string {
  if (!issue || issue.path.length === 0) return 'The frame is not an object.';
  if (issue.code === 'invalid_union') return 'There is no frame of this type.';
  return `${issue.path.join('.')}: ${issue.message}`;
}

/** Reads one frame from a room; undefined for what this client does not know. */
export function decodeDown(data: unknown): Down | undefined {
  if (typeof data !== 'string') return undefined;
  const parsed = Down.safeParse(parse(data));
  return parsed.success ? parsed.data : undefined;
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

const refusal = (code: ErrorCode, reason: string): Decoded<never> => ({ ok: false, id: null, code, reason });

/** The op id of a frame that failed its schema, so that the refusal can name it. */
function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' && value.id.length <= 64 ? value.id : null;
}

/** UTF-8 length, counted only when the text could be over the limit at all. */
const byteLength = (text: string): number =>
  text.length * 3 <= LIMITS.frameInBytes ? text.length : new TextEncoder().encode(text).length;
