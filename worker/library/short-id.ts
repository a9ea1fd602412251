const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 11 URL-safe characters, 66 random bits: not to be guessed, which is what an unlisted video rests on. */
export function makeShortId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(11));
  return Array.from(bytes, (byte) => ALPHABET[byte & 63]).join('');
}
