const encoder = new TextEncoder();

/**
 * A link's token: 24 characters, 144 bits, made of its id by a secret of ours. So who manages the video is shown the
 * address again, a repeated request is answered alike, and the database, which holds a hash, gives no token away.
 */
export async function linkTokenOf(
  { TICKET_SECRET }: { TICKET_SECRET: string },
  link: { id: string; videoId: string },
): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(TICKET_SECRET), algorithm, false, ['sign']);
  const said = encoder.encode(`lockstep:watch-link:1\n${link.videoId}\n${link.id}`);
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, said)).subarray(0, 18));
}

/** What can be a link's token at all. */
export const isLinkToken = (text: string): boolean => /^[\w-]{24}$/.test(text);

/** What the database holds of a token: who reads the table cannot open anything with it. */
export async function hashLinkToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
