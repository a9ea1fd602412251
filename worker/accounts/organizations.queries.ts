import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { organizationMembers, organizations } from '#tables/accounts.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { byId, byText, key, keyset, type Asked, type Page } from '#worker/db/page.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import {
  getOrganizationWith,
  ORGANIZATION_COLUMNS,
  type OrganizationRow,
} from './organization-access.queries.ts';
import type { OrganizationCapability } from './organization-role.ts';
import type { OrganizationSettings } from './organization-settings.ts';
import { actorOf, type SignedInViewer, type Viewer } from './viewer.ts';

export type CountedOrganization = OrganizationRow & { memberCount: number };

const RULES = {
  organizations_slug_key: { pointer: '/slug', detail: 'This slug is taken. Choose another.' },
  organizations_pkey: { pointer: '/id', detail: 'This id is taken. Make a new one.' },
  organizations_personal_stays: {
    pointer: '',
    detail: 'Your personal organization stays with your account.',
  },
};
const words = (error: unknown): never => {
  throw toAppError(error, RULES);
};

const memberCount = sql<number>`(
  select count(*)::int from organization_members counted where counted.organization_id = ${organizations.id}
)`;
/** One's own first, then by name. */
const isOther = sql<boolean>`not (${organizations.kind} = 'personal' and ${organizationMembers.role} = 'OWNER')`;
const sortName = sql<string>`lower(${organizations.name})`;

const selectMine = (db: Database, userId: string) =>
  db
    .select({ ...ORGANIZATION_COLUMNS, memberCount, isOther, sortName })
    .from(organizations)
    .innerJoin(organizationMembers, eq(organizationMembers.organizationId, organizations.id))
    .where(eq(organizationMembers.userId, userId))
    .$dynamic();

type Mine = Awaited<ReturnType<typeof selectMine>>[number];
const ORDER = {
  name: 'organizations',
  columns: [
    key<Mine, boolean>(isOther, 'boolean', (row) => row.isOther, z.boolean()),
    byText<Mine>(sortName, (row) => row.sortName),
    byId<Mine>(sql`${organizations.id}`),
  ],
  direction: 'ascending' as const,
};

export async function listOrganizations(
  db: Database,
  viewer: SignedInViewer,
  asked: Asked,
): Promise<Page<CountedOrganization>> {
  const page = keyset(ORDER, asked);
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        selectMine(db, viewer.userId)
          .where(and(eq(organizationMembers.userId, viewer.userId), page.where))
          .orderBy(...page.orderBy)
          .limit(page.limit),
      ] as const,
  );
  return page.cut(rows);
}

/** The organization with how many are in it. Throws as `getOrganizationFor`. */
export async function getCountedOrganization(
  db: Database,
  viewer: Viewer,
  ref: string,
  capability: OrganizationCapability,
): Promise<CountedOrganization> {
  const { organization, results } = await getOrganizationWith(
    db,
    viewer,
    ref,
    capability,
    (db, id) =>
      [
        db
          .select({ n: sql<number>`count(*)::int` })
          .from(organizationMembers)
          .where(eq(organizationMembers.organizationId, id)),
      ] as const,
  );
  return { ...organization, memberCount: results[0][0]?.n ?? 0 };
}

/** Founds a team of the viewer's; undefined if the id is that of an organization they are not in. */
export async function foundOrganization(
  db: Database,
  viewer: SignedInViewer,
  { id, name, slug, description }: { id: string; name: string; slug: string; description: string | null },
): Promise<{ row: CountedOrganization; isNew: boolean } | undefined> {
  const [made, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute<{ is_new: boolean }>(
          sql`select app.found_organization(${id}::uuid, ${name}, ${slug}, ${description}) as is_new`,
        ),
        selectMine(db, viewer.userId).where(
          and(eq(organizationMembers.userId, viewer.userId), eq(organizations.id, id)),
        ),
      ] as const,
  ).catch(words);
  return rows[0] && { row: rows[0], isNew: made.rows[0]?.is_new ?? false };
}

export interface OrganizationChange {
  name?: string | undefined;
  slug?: string | undefined;
  description?: string | null | undefined;
  logoUrl?: string | null | undefined;
  settings?: OrganizationSettings | undefined;
}

/** Undefined if somebody has changed it since `seen` was read. */
export async function updateOrganization(
  db: Database,
  viewer: SignedInViewer,
  seen: OrganizationRow,
  change: OrganizationChange,
): Promise<CountedOrganization | undefined> {
  const isIt = eq(organizations.id, seen.id);
  const edit = Object.values(change).some((value) => value !== undefined) ? change : { name: seen.name };
  const [changed, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .update(organizations)
          .set(edit)
          .where(and(isIt, eq(organizations.updatedAt, seen.updatedAt)))
          .returning({ id: organizations.id }),
        selectMine(db, viewer.userId).where(and(eq(organizationMembers.userId, viewer.userId), isIt)),
      ] as const,
  ).catch(words);
  return changed.length > 0 ? rows[0] : undefined;
}
