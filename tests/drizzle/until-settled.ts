import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

/** Waits until the work is done, or until some connection waits for a lock: what it would see is decided then. */
export async function untilSettled(observer: Client, work: Promise<unknown>): Promise<void> {
  const done = work.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([done, sleep(2, false)]))) {
    const { rowCount } = await observer.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (rowCount) return;
  }
}
