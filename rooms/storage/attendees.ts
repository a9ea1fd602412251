import type { Recap } from '#protocol/recap.ts';
import type { KnownAttendee } from '#rooms/flush/opening.ts';
import { firstOf, rowsOf, type RoomSql } from './sql.ts';

export interface Attendee {
  screeningId: string;
  userId: string;
  joinedAtMs: number;
  leftAtMs: number | null;
}

export const findAttendee = (sql: RoomSql, screeningId: string, userId: string): Attendee | undefined =>
  firstOf(
    sql,
    `SELECT screening_id AS screeningId, user_id AS userId, joined_at_ms AS joinedAtMs, left_at_ms AS leftAtMs
     FROM attendees WHERE screening_id = ? AND user_id = ?`,
    screeningId,
    userId,
  );

/** By when they came, the first of them. */
export const listAttendees = (sql: RoomSql, screeningId: string, limit: number): Recap['attendees'] =>
  rowsOf(
    sql,
    `SELECT user_id AS userId, name, joined_at_ms AS joinedAtMs, left_at_ms AS leftAtMs
     FROM attendees WHERE screening_id = ? ORDER BY joined_at_ms, user_id LIMIT ?`,
    screeningId,
    limit,
  );

export const countAttendees = (sql: RoomSql, screeningId: string): number =>
  firstOf<{ n: number }>(sql, 'SELECT count(*) AS n FROM attendees WHERE screening_id = ?', screeningId)?.n ??
  0;

/** First join stays, last leave counts; people are called what they were called last. */
export function noteJoined(
  sql: RoomSql,
  screeningId: string,
  who: { userId: string | null; name: string },
  nowMs: number,
): void {
  if (who.userId === null) return;
  sql.exec(
    `INSERT INTO attendees (screening_id, user_id, joined_at_ms, left_at_ms, name) VALUES (?, ?, ?, NULL, ?)
     ON CONFLICT (screening_id, user_id) DO UPDATE SET left_at_ms = NULL, name = excluded.name`,
    screeningId,
    who.userId,
    nowMs,
    who.name,
  );
}

/** Who is known elsewhere to have been there; of two joins the first stays, the rest as the room itself has it. */
export function takeInAttendees(sql: RoomSql, known: readonly KnownAttendee[]): void {
  const rows = known.map(({ screeningId, userId, joinedAtMs, leftAtMs, name }) => [
    screeningId,
    userId,
    joinedAtMs,
    leftAtMs,
    name,
  ]);
  sql.exec(
    `INSERT INTO attendees (screening_id, user_id, joined_at_ms, left_at_ms, name)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?) WHERE true
     ON CONFLICT (screening_id, user_id) DO UPDATE SET joined_at_ms = min(joined_at_ms, excluded.joined_at_ms)`,
    JSON.stringify(rows),
  );
}

export function noteLeft(sql: RoomSql, screeningId: string, userId: string, nowMs: number): void {
  sql.exec(
    'UPDATE attendees SET left_at_ms = max(?, joined_at_ms) WHERE screening_id = ? AND user_id = ?',
    nowMs,
    screeningId,
    userId,
  );
}

/** Everyone still in an ended screening leaves with it. */
export function noteAllLeft(sql: RoomSql, screeningId: string, nowMs: number): void {
  sql.exec(
    'UPDATE attendees SET left_at_ms = max(?, joined_at_ms) WHERE screening_id = ? AND left_at_ms IS NULL',
    nowMs,
    screeningId,
  );
}
