/** What an API key may be allowed. Reading does not include writing, nor the other way round. */
export const SCOPES = [
  'account:read',
  'account:write',
  'organizations:read',
  'organizations:write',
  'videos:read',
  'videos:write',
  'comments:read',
  'comments:write',
  'assets:read',
  'assets:write',
  'links:read',
  'links:write',
  'rooms:join',
  'webhooks:read',
  'webhooks:write',
] as const;
export type Scope = (typeof SCOPES)[number];

export const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);
