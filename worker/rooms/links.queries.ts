import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { watchLinks } from '#tables/rooms.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { decodeCursor, encodeCursor } from '#worker/db/page.ts';
import { cutPage } from '#worker/http/page-shape.ts';

export type LinkRow = typeof watchLinks.$inferSelect;
export type NewLink = Pick<
  typeof watchLinks.$inferInsert,
  'videoId' | 'tokenHash' | 'role' | 'label' | 'passwordHash' | 'expiresAt' | 'maxUses'
>;

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);
/** Who opens a link may see nothing yet: the door looks for them. */
const door = serviceActor('service:link');

export async function insertLink(db: Database, viewer: SignedInViewer, link: NewLink): Promise<LinkRow> {
  const values = { ...link, createdBy: viewer.userId };
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) => [db.insert(watchLinks).values(values).returning()] as const,
  );
  const [row] = rows;
  if (!row) throw new Error('An insert answered no row.');
  return row;
}

/** A video's links, newest first, revoked ones too; of a video the viewer does not manage there are none. */
export async function listLinks(
  db: Database,
  viewer: SignedInViewer,
  videoId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: LinkRow[]; next: string | null }> {
  const [createdAt, id] = cursor === undefined ? [] : decodeCursor(cursor, Cursor);
  const isAfter =
    createdAt !== undefined && id !== undefined
      ? lt(sql`(${watchLinks.createdAt}, ${watchLinks.id})`, sql`(${createdAt}::timestamptz, ${id}::uuid)`)
      : undefined;
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select()
          .from(watchLinks)
          .where(and(eq(watchLinks.videoId, videoId), isAfter))
          .orderBy(desc(watchLinks.createdAt), desc(watchLinks.id))
          .limit(limit + 1),
      ] as const,
  );
  return cutPage(rows, limit, (last) => encodeCursor([last.createdAt.toISOString(), last.id]));
}

/** Whether there is such a link of that video; one revoked before stays as it is. */
export async function revokeLink(
  db: Database,
  viewer: SignedInViewer,
  { videoId, linkId }: { videoId: string; linkId: string },
): Promise<boolean> {
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .update(watchLinks)
          .set({ revokedAt: sql`coalesce(${watchLinks.revokedAt}, now())` })
          .where(and(eq(watchLinks.id, linkId), eq(watchLinks.videoId, videoId)))
          .returning({ id: watchLinks.id }),
      ] as const,
  );
  return rows.length > 0;
}

export async function findLinkByHash(db: Database, tokenHash: string): Promise<LinkRow | undefined> {
  const [rows] = await runAs(
    db,
    door,
    (db) => [db.select().from(watchLinks).where(eq(watchLinks.tokenHash, tokenHash)).limit(1)] as const,
  );
  return rows[0];
}

/** Counts one use, if there is one left and the link is still good: of two at once the last use goes to one. */
export async function takeUse(db: Database, linkId: string): Promise<boolean> {
  const isGood = and(
    eq(watchLinks.id, linkId),
    isNull(watchLinks.revokedAt),
    or(isNull(watchLinks.expiresAt), gt(watchLinks.expiresAt, sql`now()`)),
    or(isNull(watchLinks.maxUses), lt(watchLinks.useCount, watchLinks.maxUses)),
  );
  const [rows] = await runAs(
    db,
    door,
    (db) =>
      [
        db
          .update(watchLinks)
          .set({ useCount: sql`${watchLinks.useCount} + 1` })
          .where(isGood)
          .returning({ id: watchLinks.id }),
      ] as const,
  );
  return rows.length > 0;
}
