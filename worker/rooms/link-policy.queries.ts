import { and, desc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { organizations } from '#tables/accounts.ts';
import { videos } from '#tables/library.ts';
import { watchLinks } from '#tables/rooms.ts';
import { settingsOf } from '#worker/accounts/organization-settings.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { violationsOf } from './link-state.ts';

/** A link that lets in whom its organization does not want any more, since when. */
export interface LinkAgainstPolicy {
  linkId: string;
  /** Of the video. */
  id: string;
  shortId: string;
  atMs: number;
}

/**
 * Links that somebody may be in by and that are not as their organization has wanted them since it last changed its mind:
 * of one organization, or of all that changed it within a time. Those first that were opened last.
 */
export async function listLinksAgainstPolicy(
  db: Database,
  of: { organizationId: string } | { since: Date; until: Date },
  limit: number,
): Promise<LinkAgainstPolicy[]> {
  const isOf =
    'organizationId' in of
      ? eq(organizations.id, of.organizationId)
      : and(gt(organizations.linkPolicyAt, of.since), lte(organizations.linkPolicyAt, of.until));
  const { createdAt, expiresAt, guests, lastUsedAt } = watchLinks;
  const [rows] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) =>
      [
        db
          .select({
            video: { linkId: watchLinks.id, id: videos.id, shortId: videos.shortId },
            link: { createdAt, expiresAt, guests },
            hasPassword: sql<boolean>`${watchLinks.passwordHash} is not null`,
            settings: organizations.settings,
            at: organizations.linkPolicyAt,
          })
          .from(organizations)
          .innerJoin(videos, eq(videos.organizationId, organizations.id))
          .innerJoin(watchLinks, eq(watchLinks.videoId, videos.id))
          .where(
            and(
              isOf,
              isNotNull(organizations.linkPolicyAt),
              isNotNull(lastUsedAt),
              isNull(watchLinks.revokedAt),
              or(isNull(expiresAt), gt(expiresAt, sql`now()`)),
            ),
          )
          .orderBy(desc(lastUsedAt))
          .limit(limit),
      ] as const,
  );
  return rows.flatMap(({ video, link, hasPassword, settings, at }) =>
    violationsOf({ ...link, hasPassword }, settingsOf(settings).linkPolicy).length > 0
      ? [{ ...video, atMs: at?.getTime() ?? 0 }]
      : [],
  );
}

/** Links that ended within a time since their organization lets none be good for longer. */
export async function listLinksEndedByPolicy(
  db: Database,
  { since, until }: { since: Date; until: Date },
  limit: number,
): Promise<{ id: string; videoId: string; shortId: string; revokedAt: null }[]> {
  const days = sql`make_interval(days => (${organizations.settings} #>> '{linkPolicy,longestDays}')::integer)`;
  const endedAt = sql`${watchLinks.createdAt} + ${days}`;
  const [rows] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) =>
      [
        db
          .select({ id: watchLinks.id, videoId: videos.id, shortId: videos.shortId })
          .from(organizations)
          .innerJoin(videos, eq(videos.organizationId, organizations.id))
          .innerJoin(watchLinks, eq(watchLinks.videoId, videos.id))
          .where(
            and(
              sql`${organizations.settings} #>> '{linkPolicy,longestDays}' is not null`,
              gt(endedAt, since.toISOString()),
              lte(endedAt, until.toISOString()),
              isNotNull(watchLinks.lastUsedAt),
            ),
          )
          .limit(limit),
      ] as const,
  );
  return rows.map((row) => ({ ...row, revokedAt: null }));
}
