import { getCurrentAdapter } from '@better-auth/core/context';
import type { BetterAuthPlugin, DBAdapter } from 'better-auth';
import { APIError } from 'better-auth/api';
import { LIMITS } from '#protocol/limits.ts';

const AVATAR_CHARACTERS = 500;

/** What holds for every account and session, by whichever way it comes about. */
export const accountRulesPlugin = () =>
  ({
    id: 'account-rules',
    init: ({ adapter }) => ({
      options: {
        databaseHooks: {
          user: { create: { before: async (user) => ({ data: { ...user, ...requireVerified(user) } }) } },
          session: { create: { before: ({ userId }) => requireActive(adapter, userId) } },
        },
      },
    }),
  }) satisfies BetterAuthPlugin;

type NewUser = Record<string, unknown> & { name: string; email: string; image?: string | null | undefined };

/** An address belongs to who has shown to read its mails; a provider that cannot say so makes no account. */
function requireVerified({ accountType, emailVerified, name, email, image }: NewUser) {
  if (accountType === 'guest') return {};
  if (emailVerified !== true)
    throw new APIError('FORBIDDEN', {
      code: 'EMAIL_NOT_VERIFIED',
      message: 'Verify your address there first.',
    });
  const isPicture = image?.startsWith('https://') && image.length <= AVATAR_CHARACTERS;
  return { name: nameFrom(name, email), image: isPicture ? image : null };
}

/** What another site calls somebody, as a name of ours: one line, well-formed, not too long. */
export function nameFrom(given: string, email: string): string {
  const line = given
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  const name = [...line].slice(0, LIMITS.nameCharacters).join('').trim();
  return name || email.split('@')[0] || 'Somebody';
}

/** Asked once the password or the provider has said yes, so it tells nobody else. */
async function requireActive(outside: DBAdapter, userId: string): Promise<void> {
  const adapter = await getCurrentAdapter(outside);
  const where = [{ field: 'id', value: userId }];
  const user = await adapter.findOne<{ isActive: boolean }>({ model: 'user', where });
  if (user?.isActive === false)
    throw new APIError('FORBIDDEN', { code: 'DEACTIVATED', message: 'This account has been deactivated.' });
}
