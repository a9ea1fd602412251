const PIECE_BYTES = 256 * 1024;
const PREFIX = 'lockstep';

/** All that this person has begun in this browser is kept under names that begin so. */
export const fingerprintsOf = (userId: string): string => `${PREFIX}-${userId}-`;

/**
 * What a file is known again by after a reload: its length and a digest of its beginning, middle and end, so that
 * neither a new name nor a copy makes it another file, and an edit of the same name does.
 */
export async function fingerprintOf(file: Blob & { name?: string }, userId: string): Promise<string> {
  const digest = await digestOf(file);
  return `${fingerprintsOf(userId)}${file.size}-${digest}`;
}

async function digestOf(file: Blob & { name?: string }): Promise<string> {
  // Plain http on another machine's address: there is nothing to make digests with, only the name.
  if (!globalThis.crypto.subtle) return (file.name ?? '').replaceAll(':', '-');
  const middle = Math.max(0, Math.floor(file.size / 2) - PIECE_BYTES / 2);
  const pieces = [0, middle, Math.max(0, file.size - PIECE_BYTES)];
  const bytes = await new Blob(pieces.map((start) => file.slice(start, start + PIECE_BYTES))).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
