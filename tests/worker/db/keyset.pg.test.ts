import { sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { z } from 'zod';
import { createDatabase } from '#worker/db/client.ts';
import { byId, encodeCursor, key, keyset, type Direction, type Page } from '#worker/db/page.ts';

interface Row {
  id: string;
  n: number;
}

const COLUMNS = [key<Row, number>(sql`n`, 'integer', (row) => row.n, z.int()), byId<Row>(sql`id`)];
const row = fc.record({ id: fc.uuid(), n: fc.integer({ min: 0, max: 5 }) });
const db = createDatabase(inject('databaseUrl'));

/** A page of rows that need no table. */
async function pageOf(rows: Row[], direction: Direction, asked: { limit: number; cursor?: string }) {
  const page = keyset({ name: 'rows', columns: COLUMNS, direction }, asked);
  const found = await db.execute<{ id: string; n: number }>(sql`
    select id, n from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, n int)
    where ${page.where ?? sql`true`} order by ${sql.join(page.orderBy, sql`, `)} limit ${page.limit}`);
  return page.cut(found.rows);
}

/** Every page from one on, that way. */
async function walk(way: 'next' | 'prev', from: Page<Row>, turn: (cursor: string) => Promise<Page<Row>>) {
  const pages = [from];
  for (let at = from[way]; at !== null; at = pages.at(-1)?.[way] ?? null) pages.push(await turn(at));
  return pages;
}

const inOrder = (rows: Row[], direction: Direction): Row[] =>
  rows.toSorted((a, b) => (a.n - b.n || (a.id < b.id ? -1 : 1)) * (direction === 'ascending' ? 1 : -1));

test('a list walked forward and then back is the same pages', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, { maxLength: 14, selector: ({ id }) => id }),
      fc.constantFrom<Direction>('ascending', 'descending'),
      fc.integer({ min: 1, max: 5 }),
      async (rows, direction, limit) => {
        const turn = (cursor: string) => pageOf(rows, direction, { limit, cursor });
        const forward = await walk('next', await pageOf(rows, direction, { limit }), turn);
        expect(forward.flatMap(({ items }) => items)).toEqual(inOrder(rows, direction));
        const last = forward.at(-1);
        const back = last && last.items.length > 0 ? await walk('prev', last, turn) : forward;
        expect(back.toReversed().map(({ items }) => items)).toEqual(forward.map(({ items }) => items));
        expect(forward.map(({ prev }) => prev === null)).toEqual(forward.map((_, index) => index === 0));
      },
    ),
    { numRuns: 40 },
  );
});

test('what comes or goes meanwhile shows nothing twice and passes nothing over', async () => {
  const given = (n: number): Row => ({ id: `00000000-0000-4000-8000-00000000000${n}`, n });
  const rows = [1, 2, 3, 5, 6].map(given);
  const first = await pageOf(rows, 'ascending', { limit: 2 });
  const changed = [given(0), ...rows.filter(({ n }) => n !== 2), given(4)];
  const second = await pageOf(changed, 'ascending', { limit: 2, cursor: first.next ?? '' });
  expect(second.items.map(({ n }) => n)).toEqual([3, 4]);
  const back = await pageOf(changed, 'ascending', { limit: 2, cursor: second.prev ?? '' });
  expect(back.items.map(({ n }) => n)).toEqual([0, 1]);
  expect(back.prev).toBeNull();
});

test.each([
  ['another list’s', ['next', 'columns', 1, '00000000-0000-4000-8000-000000000000']],
  ['that goes nowhere', ['up', 'rows', 1, '00000000-0000-4000-8000-000000000000']],
  ['of other columns', ['next', 'rows', 'x', '00000000-0000-4000-8000-000000000000']],
  ['with too little', ['next', 'rows', 1]],
  ['with too much', ['next', 'rows', 1, '00000000-0000-4000-8000-000000000000', 2]],
])('a cursor %s is INVALID', (_, values) => {
  const cursor = encodeCursor(values);
  expect(() =>
    keyset({ name: 'rows', columns: COLUMNS, direction: 'ascending' }, { limit: 1, cursor }),
  ).toThrow(expect.objectContaining({ code: 'INVALID' }));
});
