import { z } from '@hono/zod-openapi';

const MOST_ITEMS = 100;

/** What every list takes. */
export const PageQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_ITEMS)
    .default(25)
    .openapi({ description: 'How many items at most.', example: 25 }),
  cursor: z.string().max(2000).optional().openapi({
    description:
      'Where to go on: `next` or `prev` of a page of the same list, with the same `limit` or another. Opaque.',
  }),
});

/** `{items, next, prev}`: null where there is nothing more that way. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().openapi({ description: 'Cursor of the next page.' }),
    prev: z.string().nullable().optional().openapi({ description: 'Cursor of the page before.' }),
  });

/** Splits the one row read too many: whether there is more decides the cursor. */
export function cutPage<Row>(rows: Row[], limit: number, cursorOf: (last: Row) => string) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
