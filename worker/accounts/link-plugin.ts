import { runWithTransaction, getCurrentAdapter } from '@better-auth/core/context';
import type { BetterAuthPlugin, DBAdapter, User } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { AppError } from '#worker/http/app-error.ts';
import { credentialMarkOf, identifierOf } from './pending.ts';

const SignUp = z.object({
  pendingId: z.string(),
  email: z.string(),
  name: z.string(),
  passwordHash: z.string(),
});
const Reset = z.object({ pendingId: z.string(), email: z.string(), passwordHash: z.string() });
const EmailChange = z.object({
  pendingId: z.string(),
  userId: z.string(),
  oldEmail: z.string(),
  credentialMark: z.string(),
  email: z.string(),
});
const METHOD = { method: 'POST' } as const;

/**
 * What a link in a mail leads to, each whole or not at all: the pending row is taken in the same transaction that makes
 * what it stands for. Reached by our own routes, which have looked at the link's secret; none has an address.
 */
export const linkPlugin = () =>
  ({
    id: 'mailed-links',
    endpoints: {
      finishSignUp: createAuthEndpoint({ ...METHOD, body: SignUp }, async (ctx) => {
        const { adapter, internalAdapter } = ctx.context;
        const { pendingId, email, name, passwordHash } = ctx.body;
        const made = await runWithTransaction(adapter, async () => {
          await takePending(adapter, pendingId);
          if (await internalAdapter.findUserByEmail(email)) throw isTaken();
          const account = { email, name, emailVerified: true, accountType: 'registered' };
          const user = await internalAdapter.createUser(account, { method: 'email-password' });
          await addPassword(internalAdapter, user.id, passwordHash);
          return { user, session: await internalAdapter.createSession(user.id) };
        });
        await setSessionCookie(ctx, made);
        return faceOfUser(made.user);
      }),
      finishReset: createAuthEndpoint({ ...METHOD, body: Reset }, async (ctx) => {
        const { adapter, internalAdapter } = ctx.context;
        const { pendingId, email, passwordHash } = ctx.body;
        const made = await runWithTransaction(adapter, async () => {
          await takePending(adapter, pendingId);
          const found = await internalAdapter.findUserByEmail(email);
          // Deactivated accounts are not told apart from links that are no good.
          if (!found || !isActive(found.user)) throw isUsedUp();
          const { user } = found;
          if (await internalAdapter.findCredentialAccount(user.id))
            await internalAdapter.updatePassword(user.id, passwordHash);
          else await addPassword(internalAdapter, user.id, passwordHash);
          if (!user.emailVerified) await internalAdapter.updateUser(user.id, { emailVerified: true });
          await dropResets(adapter, email);
          await internalAdapter.deleteUserSessions(user.id);
          return { user, session: await internalAdapter.createSession(user.id) };
        });
        await setSessionCookie(ctx, made);
        return faceOfUser(made.user);
      }),
      finishEmailChange: createAuthEndpoint({ ...METHOD, body: EmailChange }, async (ctx) => {
        const { adapter, internalAdapter } = ctx.context;
        const { pendingId, userId, oldEmail, credentialMark, email } = ctx.body;
        return runWithTransaction(adapter, async () => {
          await takePending(adapter, pendingId);
          const user = await internalAdapter.findUserById(userId);
          const credential = await internalAdapter.findCredentialAccount(userId);
          // Address or password changed in the meantime, or gone: the link was made for another state of things.
          const isSame = (await credentialMarkOf(credential?.password)) === credentialMark;
          if (!user || user.email !== oldEmail || !isActive(user) || !isSame) throw isUsedUp();
          if (await internalAdapter.findUserByEmail(email)) throw isTaken();
          return faceOfUser(await internalAdapter.updateUser(userId, { email, emailVerified: true }));
        });
      }),
    },
  }) satisfies BetterAuthPlugin;

type InternalAdapter = { linkAccount(account: Record<string, unknown> & Credential): Promise<unknown> };
type Credential = { userId: string; providerId: string; accountId: string; password: string };

const addPassword = ({ linkAccount }: InternalAdapter, userId: string, password: string) =>
  linkAccount({ userId, providerId: 'credential', accountId: userId, password });

/** Of two clicks at the same moment one finds nothing. */
async function takePending(outside: DBAdapter, id: string): Promise<void> {
  const adapter = await getCurrentAdapter(outside);
  const taken = await adapter.consumeOne<object>({
    model: 'verification',
    where: [{ field: 'id', value: id }],
  });
  if (!taken) throw isUsedUp();
}

/** A new password leaves no older link behind that would set another. */
async function dropResets(outside: DBAdapter, email: string): Promise<void> {
  const adapter = await getCurrentAdapter(outside);
  const where = [{ field: 'identifier', value: identifierOf('reset', email) }];
  await adapter.deleteMany({ model: 'verification', where });
}

const isActive = (user: object): boolean => !('isActive' in user) || user.isActive !== false;

const faceOfUser = ({ id, name, email }: User) => ({ id, name, email });

export const isUsedUp = (): AppError =>
  new AppError('NOT_FOUND', 'This link has been used already, or has expired.');

const isTaken = (): AppError =>
  new AppError('CONFLICT', 'There is an account with this e-mail address already. Sign in instead.');
