import { sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { runAs, serviceActor, type Actor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { OF_ACCOUNT, OF_SIGN_IN } from './account-sections.queries.ts';
import { assetsOf, OF_ORGANIZATION, OF_VIDEOS, videosOf, type Section } from './export-sections.queries.ts';
import { actorOf, type SignedInViewer } from './viewer.ts';

/** One line: what kind of thing, its id, what it holds. */
export interface ExportRow {
  type: string;
  id: string;
  [fact: string]: unknown;
}
type Read = { id: string; created_at: string; video_id?: string; row: Record<string, unknown> };
interface Reader {
  db: Database;
  actor: Actor;
}

/** Rows read at once: what bounds the memory. Videos come with what hangs on them. */
const ROWS = 500;
const VIDEOS = 50;

/** Everything of an organization, part by part, page by page; each page is one request to the database. */
export async function* readOrganization(
  db: Database,
  viewer: SignedInViewer,
  { organizationId, origin }: { organizationId: string; origin: string },
): AsyncGenerator<ExportRow[]> {
  const reader = { db, actor: actorOf(viewer) };
  const scope = sql`${organizationId}::uuid`;
  for (const section of OF_ORGANIZATION) yield* readById(reader, section, scope, ROWS);
  yield* readById({ db, actor: serviceActor('service:cron') }, assetsOf('organization_id'), scope, ROWS);
  yield* readVideos(reader, videosOf(origin, 'organization_id'), scope);
}

/** Everything of an account: `accounts` is the database as the role of the accounts. */
export async function* readAccount(
  { db, accounts }: { db: Database; accounts: Database },
  viewer: SignedInViewer,
  origin: string,
): AsyncGenerator<ExportRow[]> {
  const reader = { db, actor: actorOf(viewer) };
  const scope = sql`${viewer.userId}::uuid`;
  for (const section of OF_SIGN_IN) yield* readById({ ...reader, db: accounts }, section, scope, ROWS);
  for (const section of [...OF_ACCOUNT, assetsOf('user_id')]) yield* readById(reader, section, scope, ROWS);
  yield* readVideos(reader, videosOf(origin, 'author_id'), scope);
}

async function* readVideos(reader: Reader, section: Section, scope: SQL): AsyncGenerator<ExportRow[]> {
  for await (const videos of readById(reader, section, scope, VIDEOS)) {
    yield videos;
    yield* readOfVideos(
      reader,
      videos.map(({ id }) => id),
    );
  }
}

async function* readById(
  { db, actor }: Reader,
  section: Section,
  scope: SQL,
  limit: number,
): AsyncGenerator<ExportRow[]> {
  for (let after: Read | undefined; ;) {
    const isAfter = after
      ? sql`(created_at, id) < (${after.created_at}::timestamptz, ${after.id}::uuid)`
      : sql`true`;
    // In the order that lists have, and so their indexes.
    const page = sql`select id, created_at, row from (${section.select(scope)}) page where ${isAfter}
      order by created_at desc, id desc limit ${limit}`;
    const [{ rows }] = await runAs(
      db,
      actor,
      (db) => [db.execute<Read & Record<string, unknown>>(page)] as const,
    );
    if (rows.length > 0) yield rows.map((read) => lineOf(section, read));
    if (rows.length < limit) return;
    after = rows.at(-1);
  }
}

/** All parts begin together; those with more than one page go on alone. */
async function* readOfVideos(reader: Reader, videoIds: string[]): AsyncGenerator<ExportRow[]> {
  const scope = sql`${`{${videoIds.join()}}`}::uuid[]`;
  let going = OF_VIDEOS.map((section) => ({ section, after: undefined as Read | undefined }));
  while (going.length > 0) {
    const results = await readTogether(
      reader,
      going.map(({ section, after }) => pageOf(section, scope, after)),
    );
    for (const [index, rows] of results.entries()) {
      const section = going[index]?.section;
      if (section && rows.length > 0) yield rows.map((read) => lineOf(section, read));
    }
    going = going.flatMap(({ section }, index) => {
      const rows = results[index] ?? [];
      return rows.length < ROWS ? [] : [{ section, after: rows.at(-1) }];
    });
  }
}

const pageOf = (section: Section, scope: SQL, after: Read | undefined): SQL => {
  const isAfter = after ? sql`(video_id, id) > (${after.video_id}::uuid, ${after.id}::uuid)` : sql`true`;
  return sql`select id, video_id, row from (${section.select(scope)}) page where ${isAfter}
    order by video_id, id limit ${ROWS}`;
};

async function readTogether({ db, actor }: Reader, pages: SQL[]): Promise<Read[][]> {
  const results: unknown[] = await runAs(
    db,
    actor,
    (db) => pages.map((page) => db.execute(page)) as unknown as [BatchItem<'pg'>],
  );
  return results.map((result) => (result as { rows: Read[] }).rows);
}

const lineOf = ({ type }: Section, { id, video_id, row }: Read): ExportRow => ({
  type,
  id,
  ...(video_id !== undefined && { videoId: video_id }),
  ...row,
});
