import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = [
  'postgres',
  'lockstep_owner',
  'lockstep_app',
  'lockstep_auth',
  'AUTH_SECRET',
  'TICKET_SECRET',
  'WEBHOOK_SECRET',
] as const;
export type SecretName = (typeof NAMES)[number];
export type Secrets = Record<SecretName, string>;

/** Passwords and signing keys of this data folder: made once, kept readable by their owner only. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const made = NAMES.map((name) => [name, kept[name] ?? randomBytes(32).toString('base64url')] as const);
  const secrets = Object.fromEntries(made) as Secrets;
  if (NAMES.some((name) => kept[name] === undefined)) {
    writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}
