/**
 * A grant is the right to read one video's media until a moment: `{expiry}.{HMAC}`, both URL-safe. It stands
 * in the path, so the relative addresses inside a playlist carry it along, and checking it needs no database.
 */
const AUDIENCE = 'lockstep:media:1';
const MAX_GRANT_CHARACTERS = 64;
const encoder = new TextEncoder();
const keys = new Map<string, CryptoKey>();

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
  const match = /^([0-9a-z]{1,10})\.([\w-]{43})$/.exec(grant);
  const expiry = match?.[1];
  const signature = match?.[2];
  if (expiry === undefined || signature === undefined) return false;
  if (Number.parseInt(expiry, 36) <= nowSeconds) return false;
  return crypto.subtle.verify(
    'HMAC',
    await keyOf(secret),
    fromBase64Url(signature),
    messageOf(shortId, expiry),
  );
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
