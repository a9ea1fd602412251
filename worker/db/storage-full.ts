import { sql, type SQL } from 'drizzle-orm';
import { AppError } from '#worker/http/app-error.ts';

/**
 * Asks, behind the queries that have promised bytes a place and in their transaction, whether they fit into the
 * organization's storage. `standardBytes` holds where it has no limit of its own; null: none.
 */
export const holdToStorageLimit = (organizationId: SQL, standardBytes: number | null): SQL =>
  sql`app.hold_to_storage_limit((${organizationId})::uuid, ${standardBytes}::bigint)`;

/** The refusal of app.hold_to_storage_limit in words. */
export function storageFull(detail: string | undefined, cause: unknown): AppError {
  const figures = /"wantedBytes" : (\d+), "limitBytes" : (\d+)/.exec(detail ?? '');
  const words = figures
    ? `With this there would be ${sizeWords(Number(figures[1]))} of the ${sizeWords(Number(figures[2]))} this organization may store.`
    : 'The storage of this organization is full.';
  return new AppError(
    'TOO_LARGE',
    `${words} Delete what is not needed and empty the trash, then try again.`,
    {
      cause,
      problem: 'storage-full',
    },
  );
}

function sizeWords(bytes: number): string {
  const [size, unit] = bytes >= 1e9 ? [1e9, 'GB'] : bytes >= 1e6 ? [1e6, 'MB'] : [1e3, 'kB'];
  return `${(bytes / size).toFixed(1)} ${unit}`;
}
