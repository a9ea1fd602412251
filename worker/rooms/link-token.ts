/** 24 characters, 144 random bits: not to be guessed. */
export const makeLinkToken = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(18)));

/** What can be a link's token at all. */
export const isLinkToken = (text: string): boolean => /^[\w-]{24}$/.test(text);

/** What the database holds of a token: who reads the table cannot open anything with it. */
export async function hashLinkToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
