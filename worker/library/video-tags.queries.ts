import { and, eq, sql, type SQL } from 'drizzle-orm';
import { tags, videoTags } from '#tables/tags.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import type { VideoTagsEdit } from './tag.ts';
import { selectTags, type TagRow } from './tags.queries.ts';

const RULES = {
  video_tags_offered: { pointer: '/tagIds', detail: 'One of the tags is not offered there.' },
  video_tags_organization: { pointer: '/tagIds', detail: 'One of the tags is another organization’s.' },
};

/** The tags a video has from now on, all at once. Throws INVALID for what is not offered in its organization. */
export async function setVideoTags(
  db: Database,
  viewer: SignedInViewer,
  videoId: string,
  { tagIds, names }: VideoTagsEdit,
): Promise<TagRow[]> {
  const [, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute(sql`select app.set_video_tags(${videoId}::uuid, ${sql.param(tagIds)}::uuid[],
          ${sql.param(names)}::text[])`),
        selectTagsOf(db, sql`${videoId}::uuid`),
      ] as const,
  ).catch((error: unknown) => {
    throw toAppError(error, RULES);
  });
  return rows;
}

/** By name: those of its organization are there for its members, hidden ones for nobody. */
export const selectTagsOf = (db: Database, videoId: SQL) =>
  selectTags(db)
    .where(
      and(
        eq(tags.isHidden, false),
        sql`${tags.id} in (select ${videoTags.tagId} from ${videoTags} where ${videoTags.videoId} = ${videoId})`,
      ),
    )
    .orderBy(sql`lower(${tags.name})`);
