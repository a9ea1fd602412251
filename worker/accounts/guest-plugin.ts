import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { AppError } from '#worker/http/app-error.ts';
import { GuestInput } from './guest.ts';

/**
 * Guests give a name and nothing else: a user row without an e-mail address, and a session like any other.
 * (better-auth's own anonymous plugin invents an address per guest; ours stays empty.) Reached through
 * `POST /api/guests`, not by an address of its own.
 */
export const guestPlugin = () =>
  ({
    id: 'guest',
    endpoints: {
      createGuest: createAuthEndpoint({ method: 'POST', body: GuestInput }, async (ctx) => {
        const { internalAdapter } = ctx.context;
        // The library's type wants an address; the table does not for guests.
        const guest = { name: ctx.body.name, email: null as unknown as string, accountType: 'guest' };
        const user = await internalAdapter.createUser(guest, { method: 'guest' });
        const session = user && (await internalAdapter.createSession(user.id));
        if (!session) throw new AppError('UPSTREAM', 'The guest could not be made. Try again.');
        await setSessionCookie(ctx, { session, user });
        return { id: user.id, name: user.name };
      }),
    },
  }) satisfies BetterAuthPlugin;
