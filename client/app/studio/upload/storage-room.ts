import { api, type Shape } from '#client/api/client.ts';
import { sizeWords } from '#client/ui/size-words.ts';
import { answerOf } from '../../request.ts';
import type { UploadRow } from './upload-row.ts';

type Storage = Pick<Shape<'OrganizationStorage'>, 'usedBytes' | 'limitBytes'>;

/** Why a file has no room where it goes; undefined while it has. The server counts again, and has the last word. */
export function objectionTo(
  { sizeBytes, aheadBytes }: { sizeBytes: number; aheadBytes: number },
  { usedBytes, limitBytes }: Storage,
): string | undefined {
  if (sizeBytes === 0 || limitBytes === null || usedBytes + aheadBytes + sizeBytes <= limitBytes)
    return undefined;
  const freeBytes = Math.max(0, limitBytes - usedBytes - aheadBytes);
  const free = freeBytes === 0 ? 'none' : sizeWords(freeBytes);
  return (
    `There is no room for its ${sizeWords(sizeBytes)}: of the ${sizeWords(limitBytes)} that may be stored, ${free} ` +
    `${freeBytes === 0 ? 'is' : 'are'} left. Nothing was sent. Delete what is not needed and empty the trash, then retry.`
  );
}

/** Bytes of files that are before this one in the line and that the server has not heard of yet. */
export function bytesAhead(
  rows: readonly UploadRow[],
  id: string,
  isSamePlace: (row: UploadRow) => boolean,
): number {
  const place = rows.findIndex((row) => row.id === id);
  return rows
    .slice(0, Math.max(0, place))
    .filter((row) => !row.isLeaving && row.video === null && WAITS.has(row.stage.name) && isSamePlace(row))
    .reduce((sum, { file }) => sum + file.size, 0);
}
const WAITS = new Set(['queued', 'sending', 'paused', 'offline']);

type Place = () => string | undefined;

/** Whether there is room for the files of a line, each where it goes. */
export function createStorageRoom(rows: () => readonly UploadRow[]) {
  const places = new Map<string, Place>();
  return {
    /** Gives what asks for this file; `chosen` is where files go that belong to no video yet. */
    take(row: UploadRow, chosen: Place): () => Promise<string | undefined> {
      const there = row.versionOf?.organizationId ?? row.video?.organizationId;
      const place: Place = () => there ?? chosen();
      places.set(row.id, place);
      return async () => {
        const organizationId = place();
        const storage = organizationId === undefined ? undefined : await readStorage(organizationId);
        if (!storage) return undefined;
        const aheadBytes = bytesAhead(rows(), row.id, ({ id }) => places.get(id)?.() === organizationId);
        // What an earlier visit has begun has its place already.
        const sizeBytes = row.sentBytes > 0 ? 0 : row.file.size;
        return objectionTo({ sizeBytes, aheadBytes }, storage);
      };
    },
  };
}

/** Undefined where it cannot be asked: nobody is kept from trying by that. */
const readStorage = (organizationId: string): Promise<Storage | undefined> =>
  answerOf(
    api.GET('/api/organizations/{organizationId}/storage', { params: { path: { organizationId } } }),
  ).catch(() => undefined);
