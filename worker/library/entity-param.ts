import { z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { AppError } from '#worker/http/app-error.ts';

/** An id in an address, called by its noun. What is no id at all is as absent as an unknown one: see `idIn`. */
export const entityParam = <Name extends string>(name: Name) =>
  z
    .string()
    .max(64)
    .openapi({ param: { name, in: 'path' }, example: '0197a1b2-0000-7000-8000-000000000001' });

/** The id, or NOT_FOUND. */
export function idIn(text: string, noun: string): string {
  const id = EntityId.safeParse(text);
  if (!id.success) throw noSuch(noun);
  return id.data;
}

/** Absent and not-yours alike. */
export const noSuch = (noun: string): AppError =>
  new AppError('NOT_FOUND', `There is no such ${noun}, or it is not shared with you.`);
