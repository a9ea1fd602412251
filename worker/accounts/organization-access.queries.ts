import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';
import { organizationMembers, organizations } from '#tables/accounts.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { AppError } from '#worker/http/app-error.ts';
import { parseOrganizationRef } from './organization-ref.ts';
import { leastRoleFor, type OrganizationCapability, type OrganizationRole } from './organization-role.ts';
import { actorOf, type Viewer } from './viewer.ts';

/** An organization as one of its members sees it. */
export type OrganizationRow = Pick<
  typeof organizations.$inferSelect,
  'id' | 'slug' | 'name' | 'description' | 'logoUrl' | 'kind' | 'settings' | 'createdAt' | 'updatedAt'
> & { role: OrganizationRole };

/**
 * The organization (by id or slug) in which the viewer has the capability. Throws NOT_FOUND to who is no member,
 * FORBIDDEN to a member who may not.
 */
export async function getOrganizationFor(
  db: Database,
  viewer: Viewer,
  ref: string,
  capability: OrganizationCapability,
): Promise<OrganizationRow> {
  const { organization } = await getOrganizationWith(db, viewer, ref, capability, () => []);
  return organization;
}

/**
 * The same and queries of one's own, in one request and one transaction: `build` gets the organization's id as SQL and
 * answers with its queries. The database refuses before the first of them runs, so they may write.
 */
export async function getOrganizationWith<const Queries extends readonly BatchItem<'pg'>[]>(
  db: Database,
  viewer: Viewer,
  ref: string,
  capability: OrganizationCapability,
  build: (db: Database, organizationId: SQL<string>) => Queries,
): Promise<{ organization: OrganizationRow; results: BatchResponse<Queries> }> {
  const isIt = whereRef(ref);
  if (!isIt) throw noSuchOrganization();
  // An id as it is: for an organization it knows PostgreSQL plans better than for any.
  const parsed = parseOrganizationRef(ref);
  const id =
    parsed && 'id' in parsed
      ? sql<string>`${parsed.id}::uuid`
      : sql<string>`(select ${organizations.id} from ${organizations} where ${isIt})`;
  const least = leastRoleFor(capability);
  const [, rows, ...results] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute(sql`select app.require_role(${id}, ${least})`),
        selectOrganizations(db, viewer).where(isIt),
        ...build(db, id),
      ] as const,
  );
  const [organization] = rows as OrganizationRow[];
  if (!organization) throw noSuchOrganization();
  return { organization, results: results as unknown as BatchResponse<Queries> };
}

export const ORGANIZATION_COLUMNS = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  description: organizations.description,
  logoUrl: organizations.logoUrl,
  kind: organizations.kind,
  settings: organizations.settings,
  createdAt: organizations.createdAt,
  updatedAt: organizations.updatedAt,
  role: organizationMembers.role,
};

/** Organizations of the viewer, with what they are in each. */
const selectOrganizations = (db: Database, viewer: Viewer) =>
  db
    .select(ORGANIZATION_COLUMNS)
    .from(organizations)
    .innerJoin(
      organizationMembers,
      and(
        eq(organizationMembers.organizationId, organizations.id),
        eq(organizationMembers.userId, sql`${viewer.userId}::uuid`),
      ),
    )
    .$dynamic();

function whereRef(text: string): SQL | undefined {
  const ref = parseOrganizationRef(text);
  if (!ref) return undefined;
  return 'id' in ref ? eq(organizations.id, ref.id) : eq(organizations.slug, ref.slug);
}

const noSuchOrganization = (): AppError =>
  new AppError('NOT_FOUND', 'There is no such organization, or you are not one of its members.');
