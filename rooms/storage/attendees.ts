import { firstOf, type RoomSql } from './sql.ts';

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

/** First join stays, last leave counts. */
export function noteJoined(sql: RoomSql, screeningId: string, userId: string, nowMs: number): void {
  sql.exec(
    `INSERT INTO attendees VALUES (?, ?, ?, NULL)
     ON CONFLICT (screening_id, user_id) DO UPDATE SET left_at_ms = NULL`,
    screeningId,
    userId,
    nowMs,
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
