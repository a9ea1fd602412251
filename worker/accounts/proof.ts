import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { countAttempt, PASSWORD_GUESSES } from './attempts.ts';
import { authDatabaseOf } from './auth-database.ts';
import { verifyPassword } from './password.ts';
import { findCredentials, type Credentials } from './proof.queries.ts';
import type { SignedInViewer } from './viewer.ts';

/** How long ago somebody may have signed in to be believed without a password, who has none. */
const FRESH_MS = 10 * 60_000;

/**
 * Before what cannot be taken back, somebody shows to be who signed in: by the password, or where there is none by having
 * signed in just now. Throws INVALID, FORBIDDEN.
 */
export async function requireProof(
  c: Context<AppEnv>,
  viewer: SignedInViewer,
  password: string | undefined,
  pointer = '/password',
): Promise<Credentials> {
  const credentials = await findCredentials(authDatabaseOf(c.env), viewer);
  if (!credentials) throw new AppError('UNAUTHENTICATED', 'Your session has ended. Sign in again.');
  const { passwordHash, signedInAt } = credentials;
  if (passwordHash === null) {
    if (Date.now() - signedInAt.getTime() <= FRESH_MS) return credentials;
    throw new AppError('FORBIDDEN', 'Sign in again first: it has been a while.');
  }
  countAttempt(c, PASSWORD_GUESSES, viewer.userId);
  if (password !== undefined && (await verifyPassword({ hash: passwordHash, password }))) return credentials;
  const detail = password === undefined ? 'Enter your password.' : 'This is not your password.';
  throw new AppError('INVALID', detail, { errors: [{ pointer, detail }] });
}
