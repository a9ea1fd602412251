const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const HEAD = 'lk_live_';
/** 43 characters of 62 are 256 bits. */
const SECRET_LENGTH = 43;
const CHECK_LENGTH = 6;
const FORM = new RegExp(`^${HEAD}[0-9A-Za-z]{${SECRET_LENGTH + CHECK_LENGTH}}$`);
/** As many characters of a key as are shown again, to tell keys apart. */
const SHOWN_LENGTH = HEAD.length + 4;

/**
 * A new API key: a head that scanners for lost secrets know, 256 random bits, and a checksum, so that a key that was
 * mistyped or invented is refused without asking the database.
 */
export function makeApiKey(): { key: string; prefix: string } {
  const body = HEAD + randomText(SECRET_LENGTH);
  return { key: body + checksumOf(body), prefix: body.slice(0, SHOWN_LENGTH) };
}

export const isApiKey = (text: string): boolean =>
  FORM.test(text) && text.slice(-CHECK_LENGTH) === checksumOf(text.slice(0, -CHECK_LENGTH));

/** Each character is as likely as the next: bytes that would favour some are drawn again. */
function randomText(length: number): string {
  const fair = 256 - (256 % ALPHABET.length);
  let text = '';
  while (text.length < length)
    for (const byte of crypto.getRandomValues(new Uint8Array(length)))
      if (byte < fair && text.length < length) text += ALPHABET.charAt(byte % ALPHABET.length);
  return text;
}

/** CRC-32 in base 62. */
function checksumOf(text: string): string {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at += 1) {
    crc ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  let rest = ~crc >>> 0;
  let digits = '';
  for (; digits.length < CHECK_LENGTH; rest = Math.floor(rest / ALPHABET.length))
    digits = ALPHABET.charAt(rest % ALPHABET.length) + digits;
  return digits;
}
