import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { users } from '#tables/accounts.ts';
import { createDatabase } from '#worker/db/client.ts';

/** Whether somebody has confirmed the address of their account, as sign-in would set it. */
export const setVerified = (userId: string, emailVerified: boolean) =>
  createDatabase(env.AUTH_DATABASE_URL).update(users).set({ emailVerified }).where(eq(users.id, userId));
