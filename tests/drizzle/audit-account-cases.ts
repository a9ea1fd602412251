import { expect } from 'vitest';
import { hash, type AuditCase } from './audit-cases.ts';

const ofAccount = (
  [action, by, table, row]: [string, string, string, string?],
  details: object,
  change: string,
): AuditCase => ({ action, by, of: row ? [table, row] : [table], user: 'author', details, change });

const key = { name: 'Robot', prefix: 'lk_live_abcd' };

/** Every change of what an account may, and how it signs in. */
export const ACCOUNT_AUDIT_CASES: AuditCase[] = [
  ofAccount(
    ['key.made', 'author', 'api_keys'],
    { name: 'New', prefix: 'lk_live_new', scopes: ['videos:read'] },
    `insert into api_keys (user_id, name, prefix, key_hash, scopes)
      values ('{author}', 'New', 'lk_live_new', '${hash}', '{videos:read}')`,
  ),
  ofAccount(
    ['key.revoked', 'author', 'api_keys', 'key in first'],
    key,
    `update api_keys set revoked_at = now() where id = '{key in first}'`,
  ),
  ofAccount(
    ['account.email-changed', 'sign-in', 'users', 'author'],
    { email: { was: expect.any(String), is: 'new@lockstep.test' } },
    `update users set email = 'new@lockstep.test', name = 'New' where id = '{author}'`,
  ),
  ofAccount(
    ['account.deactivated', 'sign-in', 'users', 'author'],
    {},
    `update users set is_active = false where id = '{author}'`,
  ),
  ofAccount(
    ['account.role-changed', 'sign-in', 'users', 'author'],
    { accessRole: { was: 'user', is: 'admin' } },
    `update users set access_role = 'admin' where id = '{author}'`,
  ),
  ofAccount(
    ['identity.linked', 'sign-in', 'identities'],
    { provider: 'google' },
    `insert into identities (user_id, provider_id, account_id) values ('{author}', 'google', '1')`,
  ),
  ofAccount(
    ['identity.password-changed', 'sign-in', 'identities', 'identity in first'],
    { provider: 'credential' },
    `update identities set password = 'secret' where id = '{identity in first}'`,
  ),
  ofAccount(
    ['identity.unlinked', 'sign-in', 'identities', 'identity in first'],
    { provider: 'credential' },
    `delete from identities where id = '{identity in first}'`,
  ),
];
