import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { RoomSql, SqlValue } from '#rooms/storage/sql.ts';

/** A room's storage on Node's SQLite: it outlives every instance of the room. */
export class SimulatedStorage implements RoomSql {
  readonly #sqlite = new DatabaseSync(':memory:');
  readonly #prepared = new Map<string, { statement: StatementSync; isWrite: boolean }>();

  exec = (query: string, ...bindings: SqlValue[]): { toArray(): Record<string, unknown>[] } => {
    const { statement, isWrite } = this.#prepare(query);
    if (isWrite) {
      statement.run(...bindings);
      return { toArray: () => [] };
    }
    const rows = statement.all(...bindings);
    return { toArray: () => rows };
  };

  transact = <T>(run: () => T): T => {
    this.exec('BEGIN');
    try {
      const result = run();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      this.exec('ROLLBACK');
      throw error;
    }
  };

  close = (): void => this.#sqlite.close();

  #prepare(query: string) {
    const known = this.#prepared.get(query);
    if (known) return known;
    const prepared = {
      statement: this.#sqlite.prepare(query),
      isWrite: !/^\s*(select|with)/i.test(query),
    };
    this.#prepared.set(query, prepared);
    return prepared;
  }
}
