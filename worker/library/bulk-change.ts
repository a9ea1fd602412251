import { z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { ERROR_CODES } from '#protocol/error.ts';
import { Tags, VisibilityName } from './video-input.ts';

const MOST_AT_ONCE = 100;

/** One change to many videos. */
export const BulkChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), channelId: z.uuid().nullable() }),
  z.object({ kind: z.literal('tag'), add: Tags.default([]), remove: Tags.default([]) }),
  z.object({ kind: z.literal('share'), visibility: VisibilityName }),
  z.object({ kind: z.literal('archive'), isArchived: z.boolean() }),
  z.object({ kind: z.literal('delete') }),
  z.object({ kind: z.literal('restore') }),
]);
export type BulkChange = z.infer<typeof BulkChange>;

export const BulkEdit = z
  .object({
    ids: z
      .array(EntityId)
      .min(1)
      .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} videos at once.`)
      .transform((ids) => [...new Set(ids)])
      .openapi({
        type: 'array',
        items: { type: 'string', format: 'uuid' },
        minItems: 1,
        maxItems: MOST_AT_ONCE,
      }),
    change: BulkChange,
  })
  .openapi('BulkEdit', {
    example: {
      ids: ['019aa0c0-0000-7000-8000-000000000001'],
      change: { kind: 'tag', add: ['animation'], remove: [] },
    },
  });
export type BulkEdit = z.infer<typeof BulkEdit>;

/** What became of each, in the order asked. */
export const BulkOutcome = z
  .object({
    outcomes: z.array(
      z.object({
        id: EntityId,
        isDone: z.boolean(),
        code: z.enum(ERROR_CODES).nullable(),
        detail: z.string().nullable().openapi({ description: 'Why not, in words.' }),
      }),
    ),
  })
  .openapi('BulkOutcome');
export type BulkOutcome = z.infer<typeof BulkOutcome>;
type Outcome = BulkOutcome['outcomes'][number];

/** Why one was left out: not there for the viewer, not theirs to change, or not to be changed like that. */
export function outcomeOf(
  change: BulkChange,
  { id, isDone, isThere, isManaged }: { id: string; isDone: boolean; isThere: boolean; isManaged: boolean },
): Outcome {
  if (isDone) return { id, isDone, code: null, detail: null };
  const refused = (code: Outcome['code'], detail: string): Outcome => ({ id, isDone, code, detail });
  if (change.kind === 'restore') return refused('NOT_FOUND', 'It lies in none of your trash.');
  if (!isThere) return refused('NOT_FOUND', 'There is no such video, or it is not shared with you.');
  if (!isManaged) return refused('FORBIDDEN', 'Only the author and administrators change this video.');
  if (change.kind === 'move') return refused('INVALID', 'There is no such channel in its organization.');
  return refused('INVALID', 'It would have more tags than a video may have.');
}
