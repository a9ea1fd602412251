/** A value SQLite keeps. */
export type SqlValue = string | number | null;

/** The synchronous SQLite of a Durable Object, as little of it as the room uses: a test may bring its own. */
export interface RoomSql {
  exec(query: string, ...bindings: SqlValue[]): { toArray(): Record<string, unknown>[] };
}

/** Every row of a query, in the shape the query's own text gives it. */
export const rowsOf = <Row>(sql: RoomSql, query: string, ...bindings: SqlValue[]): Row[] =>
  sql.exec(query, ...bindings).toArray() as Row[];

export const firstOf = <Row>(sql: RoomSql, query: string, ...bindings: SqlValue[]): Row | undefined =>
  rowsOf<Row>(sql, query, ...bindings)[0];
