import { REVOCATIONS_TABLE } from './revocations.ts';
import { firstOf, type RoomSql } from './sql.ts';

/**
 * A room's tables. Rows written are the bill (R12): integer keys without AUTOINCREMENT, text keys WITHOUT ROWID
 * and no secondary index, so that a comment writes three rows: its log entry, its answer, itself.
 */
const TABLES = [
  `CREATE TABLE IF NOT EXISTS meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    video_id TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    base_seq INTEGER NOT NULL,
    flushed_seq INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    duration_seconds REAL,
    like_count INTEGER NOT NULL DEFAULT 0,
    comment_count INTEGER NOT NULL DEFAULT 0
  )`,
  // The order of things, and by its unflushed end the outbox.
  `CREATE TABLE IF NOT EXISTS log (
    seq INTEGER PRIMARY KEY,
    op_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    user_id TEXT,
    at_ms INTEGER NOT NULL
  )`,
  // What each op was answered. A comment's op id is the comment's id, so this is also the index of comments.
  `CREATE TABLE IF NOT EXISTS ops (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    user_id TEXT,
    seq INTEGER NOT NULL,
    answer TEXT
  ) WITHOUT ROWID`,
  // The drawing last: what reads only bodies never touches it.
  'CREATE TABLE IF NOT EXISTS comments (seq INTEGER PRIMARY KEY, body TEXT NOT NULL, drawing TEXT)',
  // A like taken back stays as a row, so that the flush learns of it. `target` is a comment's id, or "" for the video.
  `CREATE TABLE IF NOT EXISTS likes (
    user_id TEXT NOT NULL,
    target TEXT NOT NULL,
    is_liked INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (user_id, target)
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS reactions (
    second INTEGER NOT NULL,
    emoji TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (second, emoji)
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS progress (
    user_id TEXT PRIMARY KEY,
    position_seconds REAL NOT NULL,
    is_completed INTEGER NOT NULL,
    at_ms INTEGER NOT NULL
  ) WITHOUT ROWID`,
  'CREATE TABLE IF NOT EXISTS screenings (id TEXT PRIMARY KEY, ended INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID',
  `CREATE TABLE IF NOT EXISTS attendees (
    screening_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    joined_at_ms INTEGER NOT NULL,
    left_at_ms INTEGER,
    name TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (screening_id, user_id)
  ) WITHOUT ROWID`,
  // What each screening left when it ended; apart from it, since it is large and seldom read.
  'CREATE TABLE IF NOT EXISTS recaps (screening_id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID',
  // Log entries Postgres refused for what they are; kept until somebody looks.
  `CREATE TABLE IF NOT EXISTS parked (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    user_id TEXT,
    reason TEXT NOT NULL,
    at_ms INTEGER NOT NULL
  )`,
  REVOCATIONS_TABLE,
];

const TABLE_NAMES = [
  'meta',
  'log',
  'ops',
  'comments',
  'likes',
  'reactions',
  'progress',
  'screenings',
  'attendees',
  'recaps',
  'parked',
];

/** Whether the room has ever been opened. Asking leaves no trace: REST may ask any video's room for what it lacks. */
export const hasTables = (sql: RoomSql): boolean =>
  firstOf(sql, "SELECT 1 FROM sqlite_master WHERE name = 'meta'") !== undefined;

export function createTables(sql: RoomSql): void {
  for (const table of TABLES) sql.exec(table);
  addColumn(sql, 'comments', 'drawing TEXT');
  addColumn(sql, 'attendees', "name TEXT NOT NULL DEFAULT ''");
}

/** For a room of before there was such a column. */
function addColumn(sql: RoomSql, table: string, column: string): void {
  const name = column.split(' ')[0] ?? '';
  const isOld = 'SELECT 1 FROM sqlite_master WHERE name = ? AND sql NOT LIKE ?';
  if (firstOf(sql, isOld, table, `%${name}%`)) sql.exec(`ALTER TABLE ${table} ADD COLUMN ${column}`);
}

export function clearTables(sql: RoomSql): void {
  for (const table of TABLE_NAMES) sql.exec(`DELETE FROM ${table}`);
}
