import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { uploads } from '#tables/uploads.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { byId, byMoment, keyset, type Page } from '#worker/db/page.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { isPresent, selectVideos } from './video-row.queries.ts';
import { withRole, type VideoRow } from './videos.queries.ts';

/** A deleted video, as who may bring it back sees it. */
export interface TrashedVideo {
  id: string;
  shortId: string;
  title: string;
  organizationId: string;
  authorId: string | null;
  fileSizeBytes: number | null;
  durationSeconds: number | null;
  deletedAt: Date;
  purgedAt: Date;
}

interface TrashRow extends Record<string, unknown> {
  id: string;
  short_id: string;
  title: string;
  organization_id: string;
  author_id: string | null;
  file_size_bytes: string | null;
  duration_seconds: string | null;
  deleted_at: string;
  purged_at: string;
}

const ORDER = {
  name: 'trash',
  columns: [byMoment<TrashedVideo>(sql`deleted_at`, (row) => row.deletedAt), byId<TrashedVideo>(sql`id`)],
  direction: 'descending' as const,
};

const cron = serviceActor('service:cron');

/** What the viewer deleted, and what was deleted in organizations they administer, the last first. One request. */
export async function listTrash(
  db: Database,
  viewer: SignedInViewer,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<TrashedVideo>> {
  const page = keyset(ORDER, asked);
  const [at = null, id = null] = page.after ?? [];
  const trash = sql`app.trash(${at}::timestamptz, ${id}::uuid, ${page.isAscending}::boolean, ${page.limit}::integer)`;
  const [{ rows }] = await runAs(
    db,
    actorOf(viewer),
    (db) => [db.execute<TrashRow>(sql`select * from ${trash}`)] as const,
  );
  return page.cut(rows.map(toTrashed));
}

const toTrashed = (row: TrashRow): TrashedVideo => ({
  id: row.id,
  shortId: row.short_id,
  title: row.title,
  organizationId: row.organization_id,
  authorId: row.author_id,
  fileSizeBytes: row.file_size_bytes === null ? null : Number(row.file_size_bytes),
  durationSeconds: row.duration_seconds === null ? null : Number(row.duration_seconds),
  deletedAt: new Date(row.deleted_at),
  purgedAt: new Date(row.purged_at),
});

/** Brings a video back out of the trash. Undefined where it lies in none of the viewer's. */
export async function restoreVideo(
  db: Database,
  viewer: SignedInViewer,
  videoId: string,
): Promise<VideoRow | undefined> {
  const [restored, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute(sql`select app.restore_videos(${sql.param([videoId])}::uuid[])`),
        selectVideos(db, viewer).where(and(eq(videos.id, videoId), isPresent)),
      ] as const,
  ).catch(refuse);
  if (restored.rows.length === 0) return undefined;
  return rows[0] && withRole(rows[0], viewer);
}

/** Takes a video out of the trash for good: its short id. Undefined where it lies in none of the viewer's. */
export async function discardVideo(
  db: Database,
  viewer: SignedInViewer,
  videoId: string,
): Promise<string | undefined> {
  const [{ rows }] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute<{ short_id: string | null }>(sql`select app.discard_video(${videoId}) as short_id`),
      ] as const,
  ).catch(refuse);
  return rows[0]?.short_id ?? undefined;
}

/** Takes videos whose time in the trash is over, the first deleted first: from now on nobody brings them back. */
export async function claimTrash(db: Database, limit: number): Promise<{ id: string; shortId: string }[]> {
  const claim = sql`select id, short_id from app.claim_trash(${limit}::integer)`;
  const [{ rows }] = await runAs(
    db,
    cron,
    (db) => [db.execute<{ id: string; short_id: string }>(claim)] as const,
  );
  return rows.map(({ id, short_id }) => ({ id, shortId: short_id }));
}

/** Ids of uploads of a video, finished or not, and where each stands. */
export async function listUploadsOf(
  db: Database,
  videoId: string,
): Promise<{ id: string; offsetBytes: number; storageKey: string; r2UploadId: string | null }[]> {
  const { id, offsetBytes, storageKey, r2UploadId } = uploads;
  const [rows] = await runAs(
    db,
    cron,
    (db) =>
      [
        db
          .select({ id, offsetBytes, storageKey, r2UploadId })
          .from(uploads)
          .where(eq(uploads.videoId, videoId)),
      ] as const,
  );
  return rows;
}

/** The row, and all that hangs on it, of a video that is deleted still. */
export async function deleteVideoRow(db: Database, videoId: string): Promise<void> {
  const isDeleted: SQL | undefined = and(eq(videos.id, videoId), isNotNull(videos.deletedAt));
  await runAs(db, cron, (db) => [db.delete(videos).where(isDeleted).returning({ id: videos.id })] as const);
}

/** Archives what organizations want archived by its age; how many. */
export async function archiveOldVideos(db: Database, most: number): Promise<number> {
  const [{ rows }] = await runAs(
    db,
    cron,
    (db) =>
      [
        db.execute<{ archived: number }>(sql`select app.archive_old_videos(${most}::integer) as archived`),
      ] as const,
  );
  return rows[0]?.archived ?? 0;
}

function refuse(error: unknown): never {
  throw toAppError(error);
}
