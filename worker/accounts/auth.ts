import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { BetterAuthOptions } from 'better-auth';
import { betterAuth } from 'better-auth/minimal';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { neonConfig, Pool, type PoolClient } from '@neondatabase/serverless';
import { drizzle } from 'drizzle-orm/neon-serverless';
import { v7 as uuidv7 } from 'uuid';
import {
  identities,
  organizationMembers,
  organizations,
  sessions,
  users,
  verifications,
} from '#tables/accounts.ts';
import { accountRulesPlugin } from './account-rules-plugin.ts';
import { blankEmails } from './blank-emails.ts';
import { guestPlugin } from './guest-plugin.ts';
import { hashSessionTokens } from './hashed-tokens.ts';
import { keepGuest } from './keep-guest.ts';
import { linkPlugin } from './link-plugin.ts';
import { isOidc, type OauthProvider } from './oauth-providers.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { personalOrganizationPlugin } from './personal-organization.ts';
import { CACHE_SECONDS, COOKIE_PREFIX } from './session-cookie.ts';

const schema = { identities, organizationMembers, organizations, sessions, users, verifications };
const SESSION_SECONDS = 30 * 86_400;
const SCOPES = ['openid', 'profile', 'email'];

export interface AuthConfig {
  databaseUrl: string;
  secret: string;
  /** The address people see; decides whether cookies are `Secure`. */
  publicOrigin: string;
  /** Stands beside what it changes in the audit log. */
  requestId?: string | undefined;
  /** Who is a guest while they sign up keeps their row. */
  guestId?: string | undefined;
  /** Other sites one can sign in by. Given only where that is done: those that are discovered are asked first. */
  providers?: readonly OauthProvider[] | undefined;
}

/**
 * better-auth on our tables, for one request: a Worker may not share a database connection between
 * requests. Over the driver's WebSocket, since sign-up is one interactive transaction. Call `close` after.
 */
export function openAuth(config: AuthConfig) {
  const { databaseUrl, secret, publicOrigin, requestId, guestId, providers = [] } = config;
  const pool = new Pool({ connectionString: databaseUrl, max: 2 });
  // Waits in the connection's own line: nothing asked for over it comes before.
  if (requestId !== undefined)
    pool.on('connect', (connection: PoolClient) => {
      connection.query(`select set_config('app.request_id', $1, false)`, [requestId]).catch(() => {});
    });
  // An idle connection that breaks is no failure of the request; unheard, it would end the isolate.
  pool.on('error', () => {});
  useLocalEndpoint(databaseUrl);
  const tables = drizzleAdapter(drizzle(pool, { schema }), { provider: 'pg', schema, transaction: true });
  const auth = betterAuth({
    appName: 'Lockstep',
    baseURL: publicOrigin,
    basePath: '/api/auth',
    secret,
    database: (options: BetterAuthOptions) =>
      keepGuest(blankEmails(hashSessionTokens(tables(options))), guestId),
    user: {
      modelName: 'users',
      fields: { image: 'avatarUrl' },
      additionalFields: {
        accountType: { type: 'string', input: false, defaultValue: 'registered' },
        isActive: { type: 'boolean', input: false, defaultValue: true, returned: false },
      },
    },
    session: {
      modelName: 'sessions',
      expiresIn: SESSION_SECONDS,
      cookieCache: { enabled: true, maxAge: CACHE_SECONDS },
    },
    account: {
      modelName: 'identities',
      encryptOAuthTokens: true,
      // Only who has verified an address, here and there, is taken for the same person.
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true },
    },
    socialProviders: Object.fromEntries(
      providers.filter((provider) => !isOidc(provider)).map(({ id, ...secret }) => [id, secret]),
    ),
    onAPIError: { errorURL: `${publicOrigin}/sign-in` },
    verification: { modelName: 'verifications' },
    emailAndPassword: {
      enabled: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      database: { generateId: () => uuidv7() },
      ipAddress: { ipAddressHeaders: ['cf-connecting-ip'] },
      // Our own Origin check stands before every route; redirects stay checked by the library.
      disableCSRFCheck: true,
    },
    // Counted by worker/http/rate-limit.ts, with the rest of the API.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => console.error(JSON.stringify({ level, source: 'better-auth', message })),
    },
    plugins: [
      accountRulesPlugin(),
      guestPlugin(),
      personalOrganizationPlugin(),
      linkPlugin(),
      genericOAuth({
        config: providers
          .filter(isOidc)
          .map(({ id, ...rest }) => ({ ...rest, providerId: id, scopes: SCOPES, mapProfileToUser })),
      }),
    ],
  });
  return { auth, close: () => pool.end() };
}

/** Some sites say "false" in words, which the library takes for a yes. */
const mapProfileToUser = (profile: Record<string, unknown>): { emailVerified: boolean } => ({
  emailVerified: profile['email_verified'] === true,
});

/** At home the endpoint in front of PostgreSQL speaks the driver's protocol on the port of the address itself. */
function useLocalEndpoint(databaseUrl: string): void {
  const { hostname, port } = new URL(databaseUrl);
  if (hostname !== '127.0.0.1' && hostname !== 'localhost') return;
  neonConfig.wsProxy = (host) => `${host}:${port}/v2`;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineTLS = false;
  neonConfig.pipelineConnect = 'password';
}
