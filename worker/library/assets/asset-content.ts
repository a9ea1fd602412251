/** What a browser may show where it stands; everything else is handed out as a file to be saved. */
const SHOWN = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'video/mp4',
  'video/webm',
  'audio/mpeg',
  'audio/mp4',
  'audio/wav',
  'audio/ogg',
  'audio/webm',
  'audio/flac',
]);

/**
 * The headers of somebody's bytes. Nothing in them runs: a fixed list is shown, of the rest not even the type is said,
 * the browser is kept from guessing, and a document that opens all the same stands in an empty sandbox.
 */
export function contentHeaders(mimeType: string, filename: string): Record<string, string> {
  const isShown = SHOWN.has(mimeType);
  return {
    'content-type': isShown ? mimeType : 'application/octet-stream',
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeFilename(filename)}`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
  };
}

/** RFC 8187. */
const encodeFilename = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
