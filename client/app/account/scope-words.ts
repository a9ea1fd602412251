import type { Shape } from '#client/api/client.ts';

type Scope = Shape<'NewKey'>['scopes'][number];

/** A record, so that a scope the API gets or loses does not compile here. */
export const SCOPE_WORDS: Record<Scope, string> = {
  'videos:read': 'Read videos',
  'videos:write': 'Change videos',
  'comments:read': 'Read comments',
  'comments:write': 'Write comments',
  'links:read': 'Read watch links',
  'links:write': 'Make watch links',
  'assets:read': 'Read assets',
  'assets:write': 'Change assets',
  'organizations:read': 'Read organizations',
  'organizations:write': 'Change organizations',
  'webhooks:read': 'Read webhooks',
  'webhooks:write': 'Change webhooks',
  'rooms:join': 'Join rooms',
  'account:read': 'Read your profile',
  'account:write': 'Change your profile',
};
export const SCOPES = Object.keys(SCOPE_WORDS) as Scope[];
