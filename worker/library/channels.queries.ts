import { and, eq, sql } from 'drizzle-orm';
import { EntityId } from '#protocol/id.ts';
import { organizationMembers } from '#tables/accounts.ts';
import { channelMembers, channels } from '#tables/channels.ts';
import { getOrganizationWith } from '#worker/accounts/organization-access.queries.ts';
import { actorOf, type SignedInViewer, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { byText, keyset, within, type Asked, type Page } from '#worker/db/page.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { AppError } from '#worker/http/app-error.ts';
import type { ChannelEdit } from './channel.ts';

/** What a broken rule means, as a field of the request. */
const RULES = {
  channels_organization_slug_key: {
    pointer: '/slug',
    detail: 'The organization has a channel of this slug. Choose another.',
  },
};
const words = (error: unknown): never => {
  throw toAppError(error, RULES);
};

/** Channels of the viewer's organizations, with what they are in each. */
export const selectChannels = (db: Database, viewer: Viewer) =>
  db
    .select({
      id: channels.id,
      organizationId: channels.organizationId,
      slug: channels.slug,
      name: channels.name,
      description: channels.description,
      memberCount: channels.memberCount,
      createdAt: channels.createdAt,
      updatedAt: channels.updatedAt,
      role: organizationMembers.role,
      isJoinedByYou: sql<boolean>`(
        select true from ${channelMembers} where ${channelMembers.channelId} = ${channels.id}
          and ${channelMembers.userId} = ${viewer.userId}::uuid
      ) is not null`,
    })
    .from(channels)
    .innerJoin(
      organizationMembers,
      and(
        eq(organizationMembers.organizationId, channels.organizationId),
        eq(organizationMembers.userId, sql`${viewer.userId}::uuid`),
      ),
    )
    .$dynamic();

export type ChannelRow = Awaited<ReturnType<typeof selectChannels>>[number];

/** All in the order of their slugs, which no two have in common. Throws NOT_FOUND to who is no member. */
export async function listChannels(
  db: Database,
  viewer: Viewer,
  organization: string,
  asked: Asked,
): Promise<Page<ChannelRow>> {
  const columns = [byText<ChannelRow>(sql`${channels.slug}`, (row) => row.slug)];
  const page = keyset({ name: 'channels', columns, direction: 'ascending' }, asked);
  const { results } = await getOrganizationWith(db, viewer, organization, 'members.list', (db, id) => [
    selectChannels(db, viewer)
      .where(within(eq(channels.organizationId, id), page))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  ]);
  return page.cut(results[0]);
}

/** Undefined if the id is that of a channel elsewhere. Throws NOT_FOUND, FORBIDDEN; CONFLICT for the slug. */
export async function insertChannel(
  db: Database,
  viewer: SignedInViewer,
  organization: string,
  channel: { id: string; name: string; slug: string; description: string | null },
): Promise<{ row: ChannelRow; isNew: boolean } | undefined> {
  const { results } = await getOrganizationWith(
    db,
    viewer,
    organization,
    'channels.edit',
    (db, organizationId) =>
      [
        db
          .insert(channels)
          .values({ ...channel, organizationId })
          .onConflictDoNothing({ target: channels.id })
          .returning({ id: channels.id }),
        selectChannels(db, viewer).where(
          and(eq(channels.id, channel.id), eq(channels.organizationId, organizationId)),
        ),
      ] as const,
  ).catch(words);
  const [made, [row]] = results;
  return row && { row, isNew: made.length > 0 };
}

/** Throws NOT_FOUND to who is no member of its organization. */
export async function getChannel(db: Database, viewer: Viewer, channelId: string): Promise<ChannelRow> {
  const id = requireChannelId(channelId);
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) => [selectChannels(db, viewer).where(eq(channels.id, id))] as const,
  );
  if (!rows[0]) throw noSuchChannel();
  return rows[0];
}

/** Undefined if somebody has changed it since `seen` was read. Throws CONFLICT for the slug. */
export async function updateChannel(
  db: Database,
  viewer: SignedInViewer,
  seen: ChannelRow,
  edit: ChannelEdit,
): Promise<ChannelRow | undefined> {
  const isIt = eq(channels.id, seen.id);
  const isAny = Object.values(edit).some((value) => value !== undefined);
  const [changed, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .update(channels)
          .set(isAny ? edit : { name: seen.name })
          .where(and(isIt, eq(channels.updatedAt, seen.updatedAt)))
          .returning({ id: channels.id }),
        selectChannels(db, viewer).where(isIt),
      ] as const,
  ).catch(words);
  return changed.length > 0 ? rows[0] : undefined;
}

/** Its videos stay, in no channel. False if somebody has changed it since `seen` was read. */
export async function deleteChannel(
  db: Database,
  viewer: SignedInViewer,
  seen: ChannelRow,
): Promise<boolean> {
  const isSeen = and(eq(channels.id, seen.id), eq(channels.updatedAt, seen.updatedAt));
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) => [db.delete(channels).where(isSeen).returning({ id: channels.id })] as const,
  );
  return rows.length > 0;
}

export function requireChannelId(text: string): string {
  const id = EntityId.safeParse(text);
  if (!id.success) throw noSuchChannel();
  return id.data;
}

export const noSuchChannel = (): AppError =>
  new AppError('NOT_FOUND', 'There is no such channel in an organization of yours.');
