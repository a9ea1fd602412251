import { and, eq, notInArray, sql, type SQL } from 'drizzle-orm';
import { categories, videoCategories } from '#tables/tags.ts';
import { actorOf, type SignedInViewer, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';

export type CategoryRow = Awaited<ReturnType<typeof selectCategories>>[number];

const selectCategories = (db: Database) =>
  db
    .select({ id: categories.id, name: categories.name, description: categories.description })
    .from(categories)
    .orderBy(categories.name)
    .$dynamic();

/** All there are: a short list, the same for everybody. */
export async function listCategories(db: Database, viewer: Viewer) {
  const [rows] = await runAs(db, actorOf(viewer), (db) => [selectCategories(db)] as const);
  return rows;
}

/** Those of a video. */
export const selectCategoriesOf = (db: Database, videoId: SQL) =>
  selectCategories(db).where(sql`${categories.id} in (
    select ${videoCategories.categoryId} from ${videoCategories} where ${videoCategories.videoId} = ${videoId})`);

/** The categories a video has from now on, all at once. */
export async function setVideoCategories(
  db: Database,
  viewer: SignedInViewer,
  videoId: string,
  categoryIds: readonly string[],
) {
  const others =
    categoryIds.length > 0 ? notInArray(videoCategories.categoryId, [...categoryIds]) : undefined;
  const [, , rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.delete(videoCategories).where(and(eq(videoCategories.videoId, videoId), others)),
        db.execute(sql`insert into ${videoCategories} (video_id, category_id)
          select ${videoId}::uuid, unnest(${sql.param(categoryIds)}::uuid[]) on conflict do nothing`),
        selectCategoriesOf(db, sql`${videoId}::uuid`),
      ] as const,
  ).catch((error: unknown) => {
    const detail = 'There is no such category.';
    throw toAppError(error, {
      video_categories_category_id_categories_id_fk: { pointer: '/categoryIds', detail },
    });
  });
  return rows;
}
