import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { tags } from '#tables/tags.ts';
import { getOrganizationWith } from '#worker/accounts/organization-access.queries.ts';
import { actorOf, type SignedInViewer, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { byText, keyset, within, type Asked, type Page } from '#worker/db/page.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { AppError } from '#worker/http/app-error.ts';
import { noSuch } from './entity-param.ts';
import type { TagDraft, TagEdit } from './tag.ts';

export type TagRow = Awaited<ReturnType<typeof selectTags>>[number];

const refuse = (error: unknown): never => {
  throw toAppError(error, {
    tags_organization_name_key: {
      code: 'CONFLICT',
      pointer: '/name',
      detail: 'There is a tag of this name already.',
    },
  });
};

export const selectTags = (db: Database) =>
  db
    .select({
      id: tags.id,
      organizationId: tags.organizationId,
      name: tags.name,
      description: tags.description,
      color: tags.color,
      isActive: tags.isActive,
      videoCount: tags.usageCount,
      createdAt: tags.createdAt,
      updatedAt: tags.updatedAt,
      sortName: tags.sortName,
    })
    .from(tags)
    .$dynamic();

/** By name, however it is written: no two of an organization have it in common. */
const walk = (asked: Asked) =>
  keyset<TagRow>(
    {
      name: 'tags',
      columns: [byText<TagRow>(sql`${tags.sortName}`, (row) => row.sortName)],
      direction: 'ascending',
    },
    asked,
  );
const selectPage = (db: Database, scope: SQL | undefined, page: ReturnType<typeof walk>) =>
  selectTags(db)
    .where(within(scope, page))
    .orderBy(...page.orderBy)
    .limit(page.limit);

/** Those of an organization, deactivated ones too. Throws NOT_FOUND to who is no member. */
export async function listTags(
  db: Database,
  viewer: Viewer,
  ref: string,
  asked: Asked,
): Promise<Page<TagRow>> {
  const page = walk(asked);
  const { results } = await getOrganizationWith(db, viewer, ref, 'members.list', (db, id) => [
    selectPage(db, eq(tags.organizationId, id), page),
  ]);
  return page.cut(results[0]);
}

/** The product's own that may be set. */
export async function listGlobalTags(db: Database, viewer: Viewer, asked: Asked): Promise<Page<TagRow>> {
  const page = walk(asked);
  const isOffered = and(isNull(tags.organizationId), eq(tags.isHidden, false), eq(tags.isActive, true));
  const [rows] = await runAs(db, actorOf(viewer), (db) => [selectPage(db, isOffered, page)] as const);
  return page.cut(rows);
}

/** Makes a tag; a repeat finds what the first made. Undefined: the id stands for another's. */
export async function insertTag(
  db: Database,
  viewer: SignedInViewer,
  ref: string,
  { id, name, description, color }: TagDraft & { id: string },
): Promise<{ row: TagRow; isNew: boolean } | undefined> {
  const { results } = await getOrganizationWith(
    db,
    viewer,
    ref,
    'tags.add',
    (db, organizationId) =>
      [
        db
          .insert(tags)
          .values({ id, organizationId, name, description: description || null, color: color ?? null })
          .onConflictDoNothing({ target: tags.id })
          .returning({ id: tags.id }),
        selectTags(db).where(and(eq(tags.id, id), eq(tags.organizationId, organizationId))),
      ] as const,
  ).catch(refuse);
  const [inserted, [row]] = results;
  return row && { row, isNew: inserted.length > 0 };
}

export async function getTag(db: Database, viewer: Viewer, id: string): Promise<TagRow> {
  const [[row]] = await runAs(
    db,
    actorOf(viewer),
    (db) => [selectTags(db).where(and(eq(tags.id, id), eq(tags.isHidden, false)))] as const,
  );
  if (!row) throw noSuch('tag');
  return row;
}

interface Version {
  id: string;
  /** Undefined where no version was named: the last writer wins. */
  ifUpdatedAt: Date | undefined;
}

const isIt = ({ id, ifUpdatedAt }: Version) =>
  and(eq(tags.id, id), ifUpdatedAt && eq(tags.updatedAt, ifUpdatedAt));
const stale = (): AppError => new AppError('STALE', 'Somebody changed this tag in the meantime.');
/** Asked first: a member who may not is FORBIDDEN. */
const requireEditor = (db: Database, { id }: Version) =>
  db.execute(
    sql`select app.require_role((select organization_id from ${tags} where id = ${id}::uuid), 'ADMIN')`,
  );

export async function updateTag(
  db: Database,
  viewer: SignedInViewer,
  { edit, ...version }: Version & { edit: TagEdit },
): Promise<TagRow> {
  const [, changed, [row]] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        requireEditor(db, version),
        db.update(tags).set(edit).where(isIt(version)).returning({ id: tags.id }),
        selectTags(db).where(eq(tags.id, version.id)),
      ] as const,
  ).catch(refuse);
  if (changed.length === 0 || !row) throw stale();
  return row;
}

export async function deleteTag(db: Database, viewer: SignedInViewer, version: Version): Promise<void> {
  const [, gone] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [requireEditor(db, version), db.delete(tags).where(isIt(version)).returning({ id: tags.id })] as const,
  ).catch(refuse);
  if (gone.length === 0) throw stale();
}
