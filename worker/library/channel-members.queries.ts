import { and, eq } from 'drizzle-orm';
import { EntityId } from '#protocol/id.ts';
import { users } from '#tables/accounts.ts';
import { channelMembers, channels } from '#tables/channels.ts';
import { actorOf, type SignedInViewer, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { inTime } from '#worker/db/in-time.ts';
import { within, type Asked, type Page } from '#worker/db/page.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { AppError } from '#worker/http/app-error.ts';
import { noSuchChannel, requireChannelId, selectChannels, type ChannelRow } from './channels.queries.ts';

const selectMembers = (db: Database) =>
  db
    .select({
      id: channelMembers.id,
      userId: users.id,
      name: users.name,
      username: users.username,
      avatarUrl: users.avatarUrl,
      createdAt: channelMembers.createdAt,
    })
    .from(channelMembers)
    .innerJoin(users, eq(users.id, channelMembers.userId))
    .$dynamic();

export type ChannelMemberRow = Awaited<ReturnType<typeof selectMembers>>[number];

const isMemberOf = (channel: ChannelRow, userId: string) =>
  and(eq(channelMembers.channelId, channel.id), eq(channelMembers.userId, userId));

/** In the order they came. Throws NOT_FOUND to who is no member of the channel's organization. */
export async function listChannelMembers(
  db: Database,
  viewer: Viewer,
  channelId: string,
  asked: Asked,
): Promise<Page<ChannelMemberRow>> {
  const id = requireChannelId(channelId);
  const page = inTime<ChannelMemberRow>('channel-members', channelMembers, asked, 'ascending');
  const [[channel], rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        selectChannels(db, viewer).where(eq(channels.id, id)),
        selectMembers(db)
          .where(within(eq(channelMembers.channelId, id), page))
          .orderBy(...page.orderBy)
          .limit(page.limit),
      ] as const,
  );
  if (!channel) throw noSuchChannel();
  return page.cut(rows);
}

/** A repeat changes nothing. Throws NOT_FOUND for somebody who is no member of the organization. */
export async function insertChannelMember(
  db: Database,
  viewer: SignedInViewer,
  channel: ChannelRow,
  userId: string,
): Promise<{ row: ChannelMemberRow; isNew: boolean }> {
  const id = requireMemberId(userId);
  const [added, [row]] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .insert(channelMembers)
          .values({ channelId: channel.id, organizationId: channel.organizationId, userId: id })
          .onConflictDoNothing({ target: [channelMembers.channelId, channelMembers.userId] })
          .returning({ id: channelMembers.id }),
        selectMembers(db).where(isMemberOf(channel, id)),
      ] as const,
  ).catch((error: unknown) => {
    throw toAppError(error, RULES);
  });
  if (!row) throw noSuchMember();
  return { row, isNew: added.length > 0 };
}

/** Throws NOT_FOUND for somebody who is not in it. */
export async function deleteChannelMember(
  db: Database,
  viewer: SignedInViewer,
  channel: ChannelRow,
  userId: string,
): Promise<void> {
  const id = requireMemberId(userId);
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.delete(channelMembers).where(isMemberOf(channel, id)).returning({ id: channelMembers.id }),
      ] as const,
  );
  if (rows.length === 0) throw noSuchMember();
}

const NO_SUCH_MEMBER = 'There is no such member of this organization, or not in this channel.';
const RULES = {
  channel_members_member_fk: { pointer: '/userId', detail: NO_SUCH_MEMBER, code: 'NOT_FOUND' },
} as const;

const noSuchMember = (): AppError => new AppError('NOT_FOUND', NO_SUCH_MEMBER);

function requireMemberId(text: string): string {
  const id = EntityId.safeParse(text);
  if (!id.success) throw noSuchMember();
  return id.data;
}
