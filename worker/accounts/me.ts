import { z } from '@hono/zod-openapi';
import { PersonName } from './guest.ts';
import type { Viewer } from './viewer.ts';

/** Who the caller is. A visitor who has told nothing yet is anonymous, not an error. */
export const Me = z
  .object({
    kind: z.enum(['anonymous', 'guest', 'registered']),
    id: z.uuid().nullable(),
    name: z.string().nullable(),
  })
  .openapi('Me', { example: { kind: 'guest', id: '019aa0c0-0000-7000-8000-000000000001', name: 'Ada' } });

export const MeEdit = z.object({ name: PersonName }).openapi('MeEdit');

export const toMe = (viewer: Viewer): z.infer<typeof Me> => ({
  kind: viewer.kind,
  id: viewer.userId,
  name: viewer.name,
});
