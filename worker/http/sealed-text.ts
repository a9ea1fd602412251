import { decodeBase64, encodeBase64 } from 'hono/utils/encode';

const IV_BYTES = 12;

/**
 * Text that only this worker reads again: AES-256-GCM under a key made of `secret`, bound to `context` (whose it is, and
 * what for), in base64. The database holds it as it would noise.
 */
export async function sealText(secret: string, context: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: encode(context) },
    await keyOf(secret),
    encode(text),
  );
  return encodeBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]).buffer);
}

/** Undefined for what was sealed with another secret, for another context, or not at all. */
export async function openSealedText(
  secret: string,
  context: string,
  sealed: string,
): Promise<string | undefined> {
  try {
    const bytes = decodeBase64(sealed);
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, IV_BYTES), additionalData: encode(context) },
      await keyOf(secret),
      bytes.subarray(IV_BYTES),
    );
    return new TextDecoder().decode(opened);
  } catch {
    return undefined;
  }
}

const encode = (text: string) => new TextEncoder().encode(text);

const keyOf = async (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', await crypto.subtle.digest('SHA-256', encode(secret)), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
