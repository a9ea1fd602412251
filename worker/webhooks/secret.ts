import { encodeBase64 } from 'hono/utils/encode';
import { openSealedText, sealText } from '#worker/http/sealed-text.ts';

const SECRET_BYTES = 32;

/** Standard Webhooks: `whsec_` and 24 to 64 bytes in base64. */
export const makeSecret = (): string =>
  `whsec_${encodeBase64(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)).buffer)}`;

/** Whose secret it is: moved to another row it opens no more. */
const contextOf = (webhookId: string): string => `webhook:${webhookId}`;

/** `keys`: WEBHOOK_SECRET, of which there may be several with commas between; the first seals. */
export const sealSecret = (keys: string, webhookId: string, secret: string): Promise<string> =>
  sealText(keys.split(',')[0] ?? '', contextOf(webhookId), secret);

/** By whichever of the keys it was sealed; undefined where none of them opens it. */
export async function openSecret(
  keys: string,
  webhookId: string,
  sealed: string,
): Promise<string | undefined> {
  for (const key of keys.split(',')) {
    const secret = await openSealedText(key, contextOf(webhookId), sealed);
    if (secret !== undefined) return secret;
  }
  return undefined;
}
