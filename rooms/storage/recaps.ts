import { Playback } from '#protocol/playback.ts';
import { Recap } from '#protocol/recap.ts';
import { RECAP_COMMENTS, type Played } from '#rooms/state/recap.ts';
import { firstOf, rowsOf, type RoomSql } from './sql.ts';

/** Of a screening that has ended. One read back from Postgres has none here: its recap is there. */
export function findRecap(sql: RoomSql, screeningId: string): Recap | undefined {
  const row = firstOf<{ body: string }>(sql, 'SELECT body FROM recaps WHERE screening_id = ?', screeningId);
  return row && Recap.parse(JSON.parse(row.body));
}

export const writeRecap = (sql: RoomSql, recap: Recap): void =>
  void sql.exec('INSERT OR REPLACE INTO recaps VALUES (?, ?)', recap.screeningId, JSON.stringify(recap));

/** More changes of playback than this are no watching; the newest are read. */
const PLAYED_ROWS = 5_000;

/**
 * Every change of a screening's playback that the log still has, oldest first, by what its op was answered. The ops
 * of a screening's own changes tell its playback, too.
 */
export function listPlayed(sql: RoomSql, screeningId: string): Played[] {
  const query = `SELECT l.at_ms AS madeAtMs, json_extract(o.answer, '$.result.playback') AS playback
    FROM log l JOIN ops o ON o.id = l.op_id
    WHERE l.entity_id = ?1 AND l.kind IN ('playback', 'screening')
      AND l.seq >= coalesce((SELECT seq FROM ops WHERE id = ?1), 0)
      AND json_extract(o.answer, '$.result.playback') IS NOT NULL
    ORDER BY l.seq DESC LIMIT ${PLAYED_ROWS}`;
  return rowsOf<{ madeAtMs: number; playback: string }>(sql, query, screeningId)
    .map(({ madeAtMs, playback }) => ({ madeAtMs, playback: Playback.parse(JSON.parse(playback)) }))
    .reverse();
}

/** More comments than this are not counted; the newest are. */
const POSTED_ROWS = 5_000;

/** Comments posted since that screening began and not deleted since: how many, and the first of them. */
export function readPosted(
  sql: RoomSql,
  { screeningId, startedAtMs, endedAtMs }: { screeningId: string; startedAtMs: number; endedAtMs: number },
): { commentCount: number; commentIds: string[] } {
  // A comment's row is numbered by the event that made it, so that those before the start need not be read.
  const query = `SELECT json_extract(body, '$.id') AS id FROM
      (SELECT seq, body FROM comments
        WHERE seq >= coalesce((SELECT seq FROM ops WHERE id = ?), 0) ORDER BY seq DESC LIMIT ${POSTED_ROWS})
    WHERE json_extract(body, '$.createdAtMs') BETWEEN ? AND ? AND json_extract(body, '$.deletedAtMs') IS NULL
    ORDER BY seq`;
  const ids = rowsOf<{ id: string }>(sql, query, screeningId, startedAtMs, endedAtMs).map(({ id }) => id);
  return { commentCount: ids.length, commentIds: ids.slice(0, RECAP_COMMENTS) };
}
