import { and, eq, getTableColumns, gt, isNull, lt, or, sql } from 'drizzle-orm';
import { watchLinks, watchLinkViews } from '#tables/rooms.ts';
import { settingsOf } from '#worker/accounts/organization-settings.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import type { LinkPolicy } from './link-state.ts';

/** Who opens a link may see nothing yet: the door looks for them. */
const door = serviceActor('service:link');

export type DoorLink = typeof watchLinks.$inferSelect & { isMakerEntitled: boolean; policy: LinkPolicy };

/** The link, whether its maker may still share the video, and what the organization asks of links. */
export async function findLinkByHash(db: Database, tokenHash: string): Promise<DoorLink | undefined> {
  const columns = {
    ...getTableColumns(watchLinks),
    isMakerEntitled: sql<boolean>`app.may_still_share(${watchLinks.createdBy}, ${watchLinks.videoId})`,
    policy: sql<object | null>`app.link_policy(${watchLinks.videoId})`,
  };
  const [rows] = await runAs(
    db,
    door,
    (db) =>
      [db.select(columns).from(watchLinks).where(eq(watchLinks.tokenHash, tokenHash)).limit(1)] as const,
  );
  return rows[0] && { ...rows[0], policy: policyOf(rows[0].policy) };
}

export const policyOf = (stored: object | null): LinkPolicy =>
  settingsOf({ linkPolicy: stored ?? {} }).linkPolicy;

/**
 * Counts one use and notes who it was, if there is one left and the link is still good: of two at once the last use
 * goes to one.
 */
export async function takeUse(
  db: Database,
  linkId: string,
  by: { userId: string | null; userAgent: string | null },
): Promise<boolean> {
  const isGood = and(
    eq(watchLinks.id, linkId),
    isNull(watchLinks.revokedAt),
    or(isNull(watchLinks.expiresAt), gt(watchLinks.expiresAt, sql`now()`)),
    or(isNull(watchLinks.maxUses), lt(watchLinks.useCount, watchLinks.maxUses)),
  );
  const [{ rows }] = await runAs(
    db,
    door,
    (db) =>
      [
        db.execute<{ id: string }>(sql`
          with used as (
            update ${watchLinks} set use_count = use_count + 1, last_used_at = now() where ${isGood} returning id)
          insert into ${watchLinkViews} (link_id, user_id, user_agent)
          select id, ${by.userId}::uuid, ${by.userAgent} from used returning id`),
      ] as const,
  );
  return rows.length > 0;
}
