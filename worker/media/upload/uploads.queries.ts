import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { organizationMembers, organizations } from '#tables/accounts.ts';
import { uploads, videos } from '#tables/library.ts';
import type { Actor } from '#worker/db/actor.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
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

export type NewUpload = {
  id: string;
  userId: string;
  videoId: string;
  shortId: string;
  title: string;
  filename: string;
  filetype: string;
  lengthBytes: number;
  storageKey: string;
  r2UploadId: string;
  expiresAt: Date;
};

/** The video, pending, in the uploader's personal organization, and the upload that will fill it. */
export async function insertUpload(db: Database, actor: Actor, upload: NewUpload): Promise<void> {
  const { id, userId, videoId, shortId, title, filename, filetype, lengthBytes } = upload;
  const { storageKey, r2UploadId, expiresAt } = upload;
  await runAs(db, actor, (db) => [
    db.insert(videos).values({
      id: videoId,
      shortId,
      title,
      authorId: userId,
      organizationId: personalOrganizationOf(userId),
      fileSizeBytes: lengthBytes,
    }),
    db.insert(uploads).values({
      id,
      userId,
      videoId,
      lengthBytes,
      storageKey,
      r2UploadId,
      expiresAt,
      metadata: { filename, filetype },
    }),
  ]);
}

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

/** Deletes the pending video; its upload goes with it. */
export async function deleteUpload(db: Database, upload: Upload): Promise<void> {
  await runAs(db, MEDIA, (db) => [
    db
      .delete(videos)
      .where(and(eq(videos.id, upload.videoId), sql`${videos.processingStatus} <> 'complete'`)),
  ]);
}
