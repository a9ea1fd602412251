import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { organizationMembers, organizations } from '#tables/accounts.ts';
import { videos } from '#tables/library.ts';
import { uploads } from '#tables/uploads.ts';
import type { Actor } from '#worker/db/actor.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { holdToStorageLimit } from '#worker/db/storage-full.ts';
import type { Progress } from './receive-body.ts';

const MEDIA = serviceActor('service:media');
const CRON = serviceActor('service:cron');

/** What the rest of the pipeline knows of an upload. */
export type Upload = Progress & {
  id: string;
  videoId: string;
  shortId: string;
  storageKey: string;
  r2UploadId: string;
  filetype: string;
  expiresAt: Date;
  isFinished: boolean;
};

export type NewUpload = Pick<
  Upload,
  'id' | 'videoId' | 'lengthBytes' | 'storageKey' | 'r2UploadId' | 'filetype' | 'expiresAt'
> & { userId: string; filename: string };

export type NewVideo = { shortId: string; title: string };

/** A video that waits for a file, if the actor manages it. */
export async function findUploadTarget(db: Database, actor: Actor, videoId: string) {
  const [[video]] = await runAs(db, actor, (db) => [
    db
      .select({ shortId: videos.shortId, processingStatus: videos.processingStatus })
      .from(videos)
      .where(and(eq(videos.id, videoId), sql`app.may_manage_video(${videos.id})`)),
  ]);
  return video;
}

/**
 * The upload, and with `makes` the pending video it fills, in the uploader's personal organization. Refused where its
 * whole length does not fit into the storage of the video's organization.
 */
export async function insertUpload(
  db: Database,
  actor: Actor,
  {
    makes,
    standardBytes,
    ...upload
  }: NewUpload & { makes: NewVideo | undefined; standardBytes: number | null },
): Promise<void> {
  const { filename, filetype, ...row } = upload;
  const madeVideo = String(makes !== undefined);
  await runAs(db, actor, (db) => {
    const insertion = db.insert(uploads).values({ ...row, metadata: { filename, filetype, madeVideo } });
    const itsOrganization = sql`select organization_id from videos where id = ${upload.videoId}`;
    const fits = db.execute(sql`select ${holdToStorageLimit(itsOrganization, standardBytes)}`);
    return makes ? [db.insert(videos).values(videoRow(upload, makes)), insertion, fits] : [insertion, fits];
  });
}

const videoRow = (upload: NewUpload, { shortId, title }: NewVideo) => ({
  id: upload.videoId,
  shortId,
  title,
  authorId: upload.userId,
  organizationId: personalOrganizationOf(upload.userId),
  fileSizeBytes: upload.lengthBytes,
});

const personalOrganizationOf = (userId: string) => sql<string>`(
  select ${organizations.id} from ${organizations}
  join ${organizationMembers} on ${organizationMembers.organizationId} = ${organizations.id}
  where ${organizations.kind} = 'personal' and ${organizationMembers.role} = 'OWNER'
    and ${organizationMembers.userId} = ${userId}
  order by ${organizations.createdAt} limit 1)`;

const uploadColumns = {
  id: uploads.id,
  videoId: uploads.videoId,
  shortId: videos.shortId,
  lengthBytes: uploads.lengthBytes,
  offsetBytes: uploads.offsetBytes,
  tailBytes: uploads.tailBytes,
  storageKey: uploads.storageKey,
  r2UploadId: sql<string>`coalesce(${uploads.r2UploadId}, '')`,
  filetype: sql<string>`coalesce(${uploads.metadata}->>'filetype', '')`,
  expiresAt: uploads.expiresAt,
  isFinished: sql<boolean>`${uploads.completedAt} is not null`,
};

/** The actor's own upload; row-level security hides everybody else's (U8). */
export async function findUpload(db: Database, actor: Actor, id: string): Promise<Upload | undefined> {
  const [[upload]] = await runAs(db, actor, (db) => [
    db
      .select(uploadColumns)
      .from(uploads)
      .innerJoin(videos, eq(videos.id, uploads.videoId))
      .where(eq(uploads.id, id)),
  ]);
  return upload;
}

/** Finished ones need no row after that time; unfinished ones have given their word until then. */
export async function listExpiredUploads(db: Database, now: Date, limit: number): Promise<Upload[]> {
  const [, expired] = await runAs(db, CRON, (db) => [
    db.delete(uploads).where(and(lt(uploads.expiresAt, now), sql`${uploads.completedAt} is not null`)),
    db
      .select(uploadColumns)
      .from(uploads)
      .innerJoin(videos, eq(videos.id, uploads.videoId))
      .where(and(lt(uploads.expiresAt, now), isNull(uploads.completedAt)))
      .orderBy(uploads.expiresAt)
      .limit(limit),
  ]);
  return expired;
}

/** Forgets the upload, and the pending video if the upload made it. */
export async function deleteUpload(db: Database, upload: Upload): Promise<void> {
  const mine = and(eq(uploads.id, upload.id), isNull(uploads.completedAt));
  const made = and(mine, sql`${uploads.metadata}->>'madeVideo' = 'true'`);
  await runAs(db, MEDIA, (db) => [
    db
      .delete(videos)
      .where(
        and(
          eq(videos.processingStatus, 'pending'),
          inArray(videos.id, db.select({ id: uploads.videoId }).from(uploads).where(made)),
        ),
      ),
    db.delete(uploads).where(mine),
  ]);
}
