import { and, eq, sql } from 'drizzle-orm';
import { organizationMembers, organizations } from '#tables/accounts.ts';
import { videos } from '#tables/library.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { sqlStateOf, toAppError } from '#worker/db/sql-error.ts';
import { AppError } from '#worker/http/app-error.ts';
import { isPresent, selectVideos } from './video-row.queries.ts';
import { withRole, type VideoRow } from './videos.queries.ts';
import type { VideoDraft, VideoEdit } from './video-input.ts';

/** Constraints an edit can break, as the fields of the request. */
const FIELDS = {
  videos_channel_fk: { pointer: '/channelId', detail: 'There is no such channel in this organization.' },
};

const personalOrganizationOf = (userId: string) => sql<string>`(
  select ${organizations.id} from ${organizations}
  join ${organizationMembers} on ${organizationMembers.organizationId} = ${organizations.id}
  where ${organizations.kind} = 'personal' and ${organizationMembers.userId} = ${userId}::uuid
    and ${organizationMembers.role} = 'OWNER' limit 1)`;

/**
 * Makes a video that waits for its file. The id is the caller's, so a repeat changes nothing and is answered
 * with what the first one made; `isNew` tells them apart. Undefined when the id belongs to somebody else's.
 */
export async function insertVideo(
  db: Database,
  viewer: SignedInViewer,
  draft: VideoDraft & { id: string; shortId: string },
): Promise<{ row: VideoRow; isNew: boolean } | undefined> {
  const values = {
    ...draft,
    description: draft.description || null,
    authorId: viewer.userId,
    organizationId: draft.organizationId ?? personalOrganizationOf(viewer.userId),
  };
  const [inserted, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .insert(videos)
          .values(values)
          .onConflictDoNothing({ target: videos.id })
          .returning({ id: videos.id }),
        selectVideos(db, viewer).where(and(eq(videos.id, draft.id), eq(videos.authorId, viewer.userId))),
      ] as const,
  ).catch((error: unknown) => {
    // Row-level security refuses whoever is no member there.
    if (draft.organizationId && sqlStateOf(error) === '42501') throw noSuchOrganization(error);
    return refuse(error);
  });
  const row = rows[0] && withRole(rows[0], viewer);
  return row && { row, isNew: inserted.length > 0 };
}

/** Applies an edit; with `ifUpdatedAt` only to the version it was made from. Throws STALE, FORBIDDEN, INVALID. */
export async function updateVideo(
  db: Database,
  viewer: SignedInViewer,
  { id, edit, ifUpdatedAt }: { id: string; edit: VideoEdit; ifUpdatedAt: Date | undefined },
): Promise<VideoRow> {
  const isSame = ifUpdatedAt && eq(videos.updatedAt, ifUpdatedAt);
  const [changed, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .update(videos)
          .set(columnsOf(edit))
          .where(and(eq(videos.id, id), isPresent, isSame))
          .returning({ id: videos.id }),
        selectVideos(db, viewer).where(and(eq(videos.id, id), isPresent)),
      ] as const,
  ).catch(refuse);
  const row = rows[0] && withRole(rows[0], viewer);
  if (!row) throw new AppError('NOT_FOUND', 'The video is gone.');
  if (changed.length === 0) throw new AppError('STALE', 'Somebody changed this video in the meantime.');
  return row;
}

/** Archived once stays archived since then. */
function columnsOf({ isArchived, ...edit }: VideoEdit) {
  if (isArchived === undefined) return edit;
  return { ...edit, archivedAt: isArchived ? sql`coalesce(${videos.archivedAt}, now())` : null };
}

function noSuchOrganization(cause: unknown): AppError {
  const detail = 'You are no member of such an organization.';
  return new AppError('INVALID', detail, { cause, errors: [{ pointer: '/organizationId', detail }] });
}

/** Hides the video from every read at once, and says when by the database's clock; retention removes it for good after 30 days. */
export async function hideVideo(
  db: Database,
  viewer: SignedInViewer,
  id: string,
): Promise<{ hiddenAt: Date } | undefined> {
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .update(videos)
          .set({ deletedAt: sql`now()` })
          .where(and(eq(videos.id, id), isPresent))
          .returning({ hiddenAt: videos.sharingChangedAt }),
      ] as const,
  ).catch(refuse);
  return rows[0];
}

function refuse(error: unknown): never {
  throw toAppError(error, FIELDS);
}
