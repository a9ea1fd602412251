import { z } from '@hono/zod-openapi';
import { EntityId, Id } from '#protocol/id.ts';
import { SCOPES } from '#worker/http/scope.ts';
import { storedLine } from '#worker/http/stored-text.ts';

const KeyName = storedLine().pipe(z.string().min(1).max(100)).openapi({
  type: 'string',
  minLength: 1,
  maxLength: 100,
  description: 'What it is for, to tell keys apart.',
  example: 'Nightly import',
});
const Scopes = z
  .array(z.enum(SCOPES))
  .min(1)
  .max(SCOPES.length)
  .openapi({ description: 'What it may do. Reading does not include writing.', example: ['videos:read'] });

export const KeyInput = z
  .object({
    id: Id.optional().openapi({ description: 'Your own UUIDv7, so that a repeat makes no second key.' }),
    name: KeyName,
    scopes: Scopes,
    expiresAt: z.iso
      .datetime({ offset: true })
      .max(40)
      .nullable()
      .default(null)
      .openapi({ description: 'Until when it opens anything; null: until it is revoked.' }),
  })
  .openapi('KeyInput', { example: { name: 'Nightly import', scopes: ['videos:read'], expiresAt: null } });

export const KeyEdit = z.object({ name: KeyName }).openapi('KeyEdit', { example: { name: 'Import' } });

const facts = {
  id: EntityId,
  name: z.string(),
  prefix: z.string().openapi({ description: 'How the key begins.', example: 'lk_live_a1B2' }),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable().openapi({ description: 'To the minute.' }),
};

export const Key = z.object(facts).openapi('Key');
export const NewKey = z
  .object({
    ...facts,
    key: z.string().openapi({ description: 'The key itself. It is shown this once and kept hashed.' }),
  })
  .openapi('NewKey');

export const KeyAddress = z.object({ keyId: EntityId });
