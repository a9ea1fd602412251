import { z } from 'zod';
import { parseStoredJson } from './stored-boundary.ts';

/** Providers whose addresses and quirks the accounts library knows. */
const KNOWN = { github: 'GitHub', google: 'Google', gitlab: 'GitLab', discord: 'Discord' } as const;
type KnownId = keyof typeof KNOWN;

const Secret = z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) });
const KnownProvider = Secret.extend({ id: z.enum(Object.keys(KNOWN) as [KnownId, ...KnownId[]]) });
/** Anybody who speaks OpenID Connect. */
const OidcProvider = Secret.extend({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(60),
  discoveryUrl: z.url(),
});
const Providers = z.array(z.union([OidcProvider, KnownProvider])).max(12);
export type OauthProvider = z.infer<typeof Providers>[number];
export type OidcProvider = z.infer<typeof OidcProvider>;

/** The setting OAUTH_PROVIDERS, a JSON list; none where it is empty. Throws what is wrong with it. */
export function parseProviders(setting: string | undefined): OauthProvider[] {
  if (!setting) return [];
  const parsed = Providers.safeParse(parseStoredJson(setting));
  if (!parsed.success) throw new Error(`OAUTH_PROVIDERS is not valid: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

export const isOidc = (provider: OauthProvider): provider is OidcProvider => 'discoveryUrl' in provider;

/** What a button says. */
export const faceOfProvider = (provider: OauthProvider): { id: string; name: string } => ({
  id: provider.id,
  name: isOidc(provider) ? provider.name : KNOWN[provider.id],
});
