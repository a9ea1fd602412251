import { z } from 'zod';

const Bytes = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** The setting STORAGE_LIMIT_BYTES: what each organization may have stored that has no limit of its own; null: as much as it likes. */
export function standardLimitOf({
  STORAGE_LIMIT_BYTES: setting,
}: {
  STORAGE_LIMIT_BYTES?: string;
}): number | null {
  if (!setting) return null;
  const parsed = Bytes.safeParse(setting);
  if (!parsed.success) throw new Error(`STORAGE_LIMIT_BYTES is no number of bytes: ${setting}`);
  return parsed.data;
}

/** What an organization has stored, as the database counts it. */
export interface StoredBytes {
  videoBytes: number;
  assetBytes: number;
  trashBytes: number;
  awaitedBytes: number;
  /** Its own limit; null: the standard one. */
  limitBytes: number | null;
}

/** What is used of what: everything counts that lies in the bucket, and what has been promised a place there. */
export function storageView({ limitBytes, ...parts }: StoredBytes, standardBytes: number | null) {
  const usedBytes = parts.videoBytes + parts.assetBytes + parts.trashBytes + parts.awaitedBytes;
  return { usedBytes, ...parts, limitBytes: limitBytes ?? standardBytes };
}
