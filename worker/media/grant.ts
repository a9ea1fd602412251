import { decodeRight, encodeRight, type MediaRight } from './right.ts';
import { RecentlyUsed } from './recently-used.ts';

/**
 * A grant lets read one video's media until a moment: `{expiry}.{since}.{right}.{HMAC}`, all URL-safe. It stands in the
 * path, so the relative addresses inside a playlist carry it along. Checking it needs no database; whether its right
 * was taken away meanwhile `revocation.ts` knows.
 */
const AUDIENCE = 'lockstep:media:2';
const MAX_GRANT_CHARACTERS = 128;
/** From the moment it is signed. */
export const LONGEST_GRANT_MS = 36 * 3_600_000;

export interface Grant {
  right: MediaRight;
  /** Since when the right is as it is. */
  sinceMs: number;
  expiresAtSeconds: number;
}

const encoder = new TextEncoder();
const keys = new Map<string, CryptoKey>();
/** A player shows the same grant with every segment: a proof holds, only its expiry is looked at again. */
const proved = new RecentlyUsed<Grant>(1000);

export async function signGrant(secret: string, shortId: string, grant: Grant): Promise<string> {
  const expiry = Math.floor(grant.expiresAtSeconds).toString(36);
  const said = `${expiry}.${Math.floor(grant.sinceMs).toString(36)}.${encodeRight(grant.right)}`;
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), messageOf(shortId, said));
  return `${said}.${toBase64Url(new Uint8Array(signature))}`;
}

/** What a grant says. Undefined for one that is forged, for another video, or over. */
export async function verifyGrant(
  secret: string,
  shortId: string,
  text: string,
  nowSeconds: number,
): Promise<Grant | undefined> {
  if (text.length > MAX_GRANT_CHARACTERS) return undefined;
  const grant = await proveGrant(secret, shortId, text);
  return grant && grant.expiresAtSeconds > nowSeconds ? grant : undefined;
}

async function proveGrant(secret: string, shortId: string, text: string): Promise<Grant | undefined> {
  const id = `${secret}\n${shortId}\n${text}`;
  const known = proved.get(id);
  if (known) return known;
  const [, said, expiry, since, code, signature] =
    /^(([0-9a-z]{1,10})\.([0-9a-z]{1,10})\.([\w-]{1,45}))\.([\w-]{43})$/.exec(text) ?? [];
  if (!said || !expiry || !since || !code || !signature) return undefined;
  const message = messageOf(shortId, said);
  if (!(await crypto.subtle.verify('HMAC', await keyOf(secret), fromBase64Url(signature), message)))
    return undefined;
  const right = decodeRight(code);
  if (!right) return undefined;
  const grant = {
    right,
    sinceMs: Number.parseInt(since, 36),
    expiresAtSeconds: Number.parseInt(expiry, 36),
  };
  proved.set(id, grant, 1);
  return grant;
}

const messageOf = (shortId: string, said: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(encoder.encode(`${AUDIENCE}\n${shortId}\n${said}`));

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
