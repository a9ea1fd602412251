import type { Shape } from '#client/api/client.ts';
import { sizeWords } from '#client/ui/size-words.ts';

type Storage = Pick<Shape<'OrganizationStorage'>, 'usedBytes' | 'limitBytes' | 'trashBytes'>;

/** From here on it is said that there is little left. */
const NEARLY_FULL = 0.9;

/** What is used of what, and what to do about it where little is left. */
export function storageWords({ usedBytes, limitBytes, trashBytes }: Storage): {
  sum: string;
  state: string | undefined;
} {
  const used = sizeWords(usedBytes);
  if (limitBytes === null) return { sum: `${used} are stored. There is no limit.`, state: undefined };
  const percent = limitBytes === 0 ? 100 : Math.floor((usedBytes / limitBytes) * 100);
  const sum = `${used} of ${sizeWords(limitBytes)} are used (${percent} %).`;
  if (usedBytes < limitBytes * NEARLY_FULL) return { sum, state: undefined };
  const wayOut =
    trashBytes > 0
      ? 'Empty the trash or delete what is not needed.'
      : 'Delete what is not needed, and empty the trash.';
  return {
    sum,
    state:
      usedBytes >= limitBytes
        ? `The storage is full: new uploads are refused. ${wayOut}`
        : `The storage is nearly full. ${wayOut}`,
  };
}
