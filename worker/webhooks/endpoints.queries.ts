import { and, desc, eq, sql } from 'drizzle-orm';
import { webhookEndpoints } from '#tables/webhooks.ts';
import { getOrganizationWith } from '#worker/accounts/organization-access.queries.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError, type ConstraintMap } from '#worker/db/sql-error.ts';

export type EndpointRow = typeof webhookEndpoints.$inferSelect;
type New = Pick<typeof webhookEndpoints.$inferInsert, 'url' | 'description' | 'events' | 'sealedSecret'> & {
  id: string;
};
export type Edit = Partial<Pick<EndpointRow, 'url' | 'description' | 'events' | 'isActive'>>;

const RULES: ConstraintMap = {
  webhook_endpoints_at_most: {
    pointer: '',
    detail: 'An organization has at most 20 webhooks. Delete one first.',
    code: 'CONFLICT',
  },
  webhook_endpoints_pkey: {
    pointer: '/id',
    detail: 'A webhook of this id was made before; its secret was shown then.',
    code: 'CONFLICT',
  },
};

/** All of an organization’s, the newest first: there are twenty at most. */
export async function listEndpoints(
  db: Database,
  viewer: SignedInViewer,
  organization: string,
): Promise<EndpointRow[]> {
  const { results } = await getOrganizationWith(db, viewer, organization, 'webhooks.manage', (db, id) => [
    db
      .select()
      .from(webhookEndpoints)
      .where(eq(webhookEndpoints.organizationId, id))
      .orderBy(desc(webhookEndpoints.createdAt), desc(webhookEndpoints.id)),
  ]);
  return results[0];
}

/** Throws CONFLICT for an id that is taken, and for one webhook too many. */
export async function insertEndpoint(
  db: Database,
  viewer: SignedInViewer,
  organization: string,
  endpoint: New,
): Promise<EndpointRow> {
  const { results } = await getOrganizationWith(db, viewer, organization, 'webhooks.manage', (db, id) => [
    db
      .insert(webhookEndpoints)
      .values({ ...endpoint, organizationId: id, createdBy: viewer.userId })
      .returning(),
  ]).catch((error: unknown) => {
    throw toAppError(error, RULES);
  });
  const [row] = results[0];
  if (!row) throw new Error('An insert answered no row.');
  return row;
}

/** To who may not manage it there is none. */
export async function findEndpoint(
  db: Database,
  viewer: SignedInViewer,
  id: string,
): Promise<EndpointRow | undefined> {
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) => [db.select().from(webhookEndpoints).where(eq(webhookEndpoints.id, id))] as const,
  );
  return rows[0];
}

/** Changes just the version given; undefined when that is not the newest any more. */
export async function updateEndpoint(
  db: Database,
  viewer: SignedInViewer,
  seen: EndpointRow,
  edit: Edit,
): Promise<EndpointRow | undefined> {
  // Whatever stopped it is forgotten: it has the whole time again.
  const isBack = edit.isActive === true && !seen.isActive;
  const set = { ...edit, ...(isBack ? { disabledReason: null, failingSinceAt: null } : {}) };
  return change(db, viewer, seen, set);
}

/** The new secret signs at once, the old one beside it until its time is over. */
export const replaceSecret = (
  db: Database,
  viewer: SignedInViewer,
  seen: EndpointRow,
  { sealedSecret, previousExpiresAt }: { sealedSecret: string; previousExpiresAt: Date },
): Promise<EndpointRow | undefined> =>
  change(db, viewer, seen, {
    sealedSecret,
    sealedPreviousSecret: seen.sealedSecret,
    previousSecretExpiresAt: previousExpiresAt,
  });

async function change(
  db: Database,
  viewer: SignedInViewer,
  { id, updatedAt }: EndpointRow,
  set: Partial<typeof webhookEndpoints.$inferInsert>,
): Promise<EndpointRow | undefined> {
  const isSame = and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.updatedAt, updatedAt));
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) => [db.update(webhookEndpoints).set(set).where(isSame).returning()] as const,
  );
  return rows[0];
}

/** Its deliveries go with it. */
export async function deleteEndpoint(db: Database, viewer: SignedInViewer, id: string): Promise<boolean> {
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.delete(webhookEndpoints).where(eq(webhookEndpoints.id, id)).returning({ id: webhookEndpoints.id }),
      ] as const,
  );
  return rows.length > 0;
}

/** The delivery of a test message; undefined where there is no such endpoint, or it is switched off. */
export async function addTestMessage(
  db: Database,
  viewer: SignedInViewer,
  id: string,
): Promise<string | undefined> {
  const [{ rows }] = await runAs(
    db,
    actorOf(viewer),
    (db) => [db.execute<{ id: string | null }>(sql`select app.test_webhook(${id}) as id`)] as const,
  );
  return rows[0]?.id ?? undefined;
}
