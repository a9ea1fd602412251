import { scrypt, timingSafeEqual } from 'node:crypto';

/**
 * scrypt at N = 2^14, r = 16, p = 1: 32 MiB and about 50 ms a guess. Run by the platform rather than in
 * JavaScript, and below the 128 MiB a Worker has. (PBKDF2 stops at 100,000 rounds in production.)
 */
const COST = { N: 16_384, r: 16, p: 1 };
const KEY_BYTES = 64;

/** `scrypt$N$r$p$salt$key`: the costs stand beside the hash, so they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, toHex(salt), toHex(key)].join('$');
}

export async function verifyPassword({
  hash,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> {
  const [scheme, N, r, p, salt = '', key = ''] = hash.split('$');
  if (scheme !== 'scrypt') return false;
  const expected = fromHex(key);
  const actual = await derive(password, fromHex(salt), { N: Number(N), r: Number(r), p: Number(p) });
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Two ways to type one accented letter are one password (NFKC, as the standards ask). */
function derive(password: string, salt: Uint8Array, cost: typeof COST): Promise<Uint8Array> {
  const maxmem = 256 * cost.N * cost.r;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

const toHex = (data: Uint8Array): string =>
  Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
