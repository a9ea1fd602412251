import { RecentlyUsed } from './recently-used.ts';

/**
 * A grant is the right to read one video's media until a moment: `{expiry}.{HMAC}`, both URL-safe. It stands
 * in the path, so the relative addresses inside a playlist carry it along, and checking it needs no database.
 */
const AUDIENCE = 'lockstep:media:1';
const MAX_GRANT_CHARACTERS = 64;
const encoder = new TextEncoder();
const keys = new Map<string, CryptoKey>();
/** A player shows the same grant with every segment: a proof holds, only its expiry is looked at again. */
const proved = new RecentlyUsed<true>(1000);

export async function signGrant(secret: string, shortId: string, expiresAtSeconds: number): Promise<string> {
  const expiry = Math.floor(expiresAtSeconds).toString(36);
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), messageOf(shortId, expiry));
  return `${expiry}.${toBase64Url(new Uint8Array(signature))}`;
}

export async function verifyGrant(
  secret: string,
  shortId: string,
  grant: string,
  nowSeconds: number,
): Promise<boolean> {
  if (grant.length > MAX_GRANT_CHARACTERS) return false;
  const [, expiry, signature] = /^([0-9a-z]{1,10})\.([\w-]{43})$/.exec(grant) ?? [];
  if (expiry === undefined || signature === undefined) return false;
  if (Number.parseInt(expiry, 36) <= nowSeconds) return false;
  const known = `${secret}\n${shortId}\n${grant}`;
  if (proved.get(known)) return true;
  const bytes = fromBase64Url(signature);
  const isGenuine = await crypto.subtle.verify(
    'HMAC',
    await keyOf(secret),
    bytes,
    messageOf(shortId, expiry),
  );
  if (isGenuine) proved.set(known, true, 1);
  return isGenuine;
}

const messageOf = (shortId: string, expiry: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(encoder.encode(`${AUDIENCE}\n${shortId}\n${expiry}`));

async function keyOf(secret: string): Promise<CryptoKey> {
  const known = keys.get(secret);
  if (known) return known;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
    'verify',
  ]);
  keys.set(secret, key);
  return key;
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
