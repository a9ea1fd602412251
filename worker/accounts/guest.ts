import { z } from '@hono/zod-openapi';
import { LIMITS } from '#protocol/limits.ts';
import { storedLine } from '#worker/http/stored-text.ts';

/** How somebody is called in comments and in the room. */
export const PersonName = storedLine()
  .min(1, 'A name has at least one character.')
  .max(LIMITS.nameCharacters, `A name has at most ${LIMITS.nameCharacters} characters.`)
  .openapi({ example: 'Ada' });

export const GuestInput = z.object({ name: PersonName }).openapi('GuestInput');
