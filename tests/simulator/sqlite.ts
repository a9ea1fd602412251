import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { RoomSql, SqlValue } from '#rooms/storage/sql.ts';

interface Database {
  sqlite: DatabaseSync;
  prepared: Map<string, { statement: StatementSync; isWrite: boolean }>;
}

/** Emptied ones of rooms that are over: their statements need not be prepared anew for each room. */
const idle: Database[] = [];

/** A room's storage on Node's SQLite: it outlives every instance of the room. */
export class SimulatedStorage implements RoomSql {
  readonly #database: Database = idle.pop() ?? { sqlite: new DatabaseSync(':memory:'), prepared: new Map() };

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

  /** Empties it for another room. */
  close(): void {
    const tables = this.exec("SELECT name FROM sqlite_master WHERE type = 'table'").toArray();
    for (const { name } of tables) this.exec(`DELETE FROM ${String(name)}`);
    idle.push(this.#database);
  }

  #prepare(query: string) {
    const { sqlite, prepared } = this.#database;
    const known = prepared.get(query);
    if (known) return known;
    // SQLite plans a statement anew each time its limit is bound, unless it cannot see that it is.
    const statement = sqlite.prepare(query.replaceAll('LIMIT ?', 'LIMIT +?'));
    const made = { statement, isWrite: !/^\s*(select|with)/i.test(query) };
    prepared.set(query, made);
    return made;
  }
}
