import { z } from '@hono/zod-openapi';

/** Trimmed text that Postgres can keep: without NUL, without half a surrogate pair. */
export const storedText = () =>
  z
    .string()
    .trim()
    .refine(
      (text) => text.isWellFormed() && !text.includes('\0'),
      'It holds a character that cannot be stored.',
    );

/** The same on one line: without any control character. */
export const storedLine = () =>
  z
    .string()
    .trim()
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'It holds a character that is no text.');
