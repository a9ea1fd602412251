import { z } from '@hono/zod-openapi';
import { entityTag } from '#worker/http/entity-tag.ts';
import { storedLine, storedText } from '#worker/http/stored-text.ts';
import { Password } from './account-input.ts';
import { PersonName } from './guest.ts';
import type { Viewer } from './viewer.ts';

/** Who the caller is, and what only they are told of it. A visitor who has told nothing yet is anonymous, not an error. */
export const Me = z
  .object({
    kind: z.enum(['anonymous', 'guest', 'registered']),
    id: z.uuid().nullable(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    username: z.string().nullable(),
    givenName: z.string().nullable(),
    familyName: z.string().nullable(),
    bio: z.string().nullable(),
    avatarUrl: z.string().nullable(),
    hasPassword: z.boolean().openapi({ description: 'Whether one signs in by a password too.' }),
  })
  .openapi('Me', {
    example: {
      kind: 'registered',
      id: '019aa0c0-0000-7000-8000-000000000001',
      name: 'Ada',
      email: 'ada@example.com',
      username: 'ada',
      givenName: 'Ada',
      familyName: 'Lovelace',
      bio: null,
      avatarUrl: null,
      hasPassword: true,
    },
  });

const Username = z
  .string()
  .min(3, 'A username has at least 3 characters.')
  .max(50)
  // No `regex`: the description would write its flag into the pattern.
  .refine((name) => /^[\p{L}\p{N}._-]+$/u.test(name), 'Letters, digits, dots, dashes and underscores.')
  .openapi({ example: 'ada' });
const PartOfName = storedLine().min(1).max(100).openapi({ example: 'Ada' });
const Picture = z
  .url({ protocol: /^https$/, error: 'Give an https address.' })
  .max(500)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'It holds a character that is no text.')
  .openapi({ example: 'https://example.com/ada.jpg' });

/** What is named changes; null empties it. */
export const MeEdit = z
  .object({
    name: PersonName,
    username: Username.nullable(),
    givenName: PartOfName.nullable(),
    familyName: PartOfName.nullable(),
    bio: storedText().max(2_000).nullable().openapi({ example: 'Counts machines.' }),
    avatarUrl: Picture.nullable(),
  })
  .partial()
  .openapi('MeEdit', { example: { name: 'Ada' } });

export const Farewell = z
  .object({
    password: Password.optional().openapi({
      description: 'Of who has one; others must have signed in just now.',
    }),
  })
  .openapi('Farewell');

/** The account as the database knows it, for its owner. */
export interface OwnAccount {
  email: string | null;
  username: string | null;
  name: string;
  givenName: string | null;
  familyName: string | null;
  bio: string | null;
  avatarUrl: string | null;
  hasPassword: boolean;
  updatedAt: Date;
}

const NOTHING = {
  email: null,
  username: null,
  givenName: null,
  familyName: null,
  bio: null,
  avatarUrl: null,
  hasPassword: false,
};

export function toMe({ kind, userId, name }: Viewer, account?: OwnAccount): z.infer<typeof Me> {
  const { updatedAt: _, ...known } = account ?? { updatedAt: null, name, ...NOTHING };
  return { kind, id: userId, ...known };
}

export const tagOfAccount = ({ updatedAt }: OwnAccount): string => entityTag(updatedAt.getTime());
