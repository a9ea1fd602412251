import { sql, type SQLWrapper } from 'drizzle-orm';
import { byId, byMoment, keyset, type Asked, type Direction } from './page.ts';

interface Kept {
  id: string;
  createdAt: Date;
}

/** The order most lists have: by when something was made, the newest first unless said otherwise. */
export const inTime = <Row extends Kept>(
  name: string,
  table: { id: SQLWrapper; createdAt: SQLWrapper },
  asked: Asked,
  direction: Direction = 'descending',
) =>
  keyset<Row>(
    {
      name,
      columns: [byMoment<Row>(sql`${table.createdAt}`, (row) => row.createdAt), byId<Row>(sql`${table.id}`)],
      direction,
    },
    asked,
  );
