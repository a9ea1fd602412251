import { and, eq, gte, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { users } from '#tables/accounts.ts';
import { auditEvents } from '#tables/rights.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { byId, byMoment, keyset, within, type Page } from '#worker/db/page.ts';
import type { AuditQuery } from './audit.ts';
import { getOrganizationWith } from './organization-access.queries.ts';
import { actorOf, type SignedInViewer } from './viewer.ts';

export interface AuditRow {
  id: string;
  action: string;
  actorId: string | null;
  actorName: string | null;
  actorRole: string;
  subjectType: string;
  subjectId: string;
  userId: string | null;
  userName: string | null;
  details: Record<string, unknown>;
  requestId: string | null;
  createdAt: Date;
}

const actors = alias(users, 'actors');
const people = alias(users, 'people');

const pageOf = (name: string, query: AuditQuery) =>
  keyset<AuditRow>(
    {
      name,
      columns: [
        byMoment(sql`${auditEvents.createdAt}`, (row: AuditRow) => row.createdAt),
        byId<AuditRow>(sql`${auditEvents.id}`),
      ],
      direction: 'descending',
    },
    query,
  );

const selectEvents = (
  db: Database,
  isAsked: SQL | undefined,
  page: ReturnType<typeof pageOf>,
  query: AuditQuery,
) =>
  db
    .select({
      id: auditEvents.id,
      action: auditEvents.action,
      actorId: auditEvents.actorId,
      actorName: actors.name,
      actorRole: auditEvents.actorRole,
      subjectType: auditEvents.subjectType,
      subjectId: auditEvents.subjectId,
      userId: auditEvents.userId,
      userName: people.name,
      details: auditEvents.details,
      requestId: auditEvents.requestId,
      createdAt: auditEvents.createdAt,
    })
    .from(auditEvents)
    .leftJoin(actors, eq(actors.id, auditEvents.actorId))
    .leftJoin(people, eq(people.id, auditEvents.userId))
    .where(within(and(isAsked, filterOf(query)), page))
    .orderBy(...page.orderBy)
    .limit(page.limit);

function filterOf({ action, actor, user, subject, since, until }: AuditQuery): SQL | undefined {
  return and(
    action === undefined ? undefined : isOf(action),
    actor === undefined ? undefined : eq(auditEvents.actorId, actor),
    user === undefined ? undefined : eq(auditEvents.userId, user),
    subject === undefined ? undefined : eq(auditEvents.subjectId, subject),
    since === undefined ? undefined : gte(auditEvents.createdAt, new Date(since)),
    until === undefined ? undefined : lt(auditEvents.createdAt, new Date(until)),
  );
}

/** An action, or a group of them: byte by byte, `/` comes after `.`, so that a group is a range of the index. */
const isOf = (action: string): SQL =>
  action.includes('.')
    ? sql`${auditEvents.action} collate "C" = ${action}`
    : sql`${auditEvents.action} collate "C" >= ${`${action}.`} and ${auditEvents.action} collate "C" < ${`${action}/`}`;

/** What happened in an organization, newest first. Throws NOT_FOUND, FORBIDDEN. */
export async function listOrganizationAudit(
  db: Database,
  viewer: SignedInViewer,
  ref: string,
  query: AuditQuery,
): Promise<Page<AuditRow>> {
  const page = pageOf('organization-audit', query);
  const { results } = await getOrganizationWith(
    db,
    viewer,
    ref,
    'audit.read',
    (db, organizationId) =>
      [selectEvents(db, eq(auditEvents.organizationId, organizationId), page, query)] as const,
  );
  return page.cut(results[0]);
}

/** What was done to the viewer's own rights, and what they did to their account, newest first. */
export async function listOwnAudit(
  db: Database,
  viewer: SignedInViewer,
  query: AuditQuery,
): Promise<Page<AuditRow>> {
  const page = pageOf('own-audit', query);
  // One page of each, in order from its own index, then of both.
  const pageOfEach = (db: Database, isMine: SQL | undefined) =>
    db
      .select({ id: auditEvents.id })
      .from(auditEvents)
      .where(within(and(isMine, filterOf(query)), page))
      .orderBy(...page.orderBy)
      .limit(page.limit);
  const [rows] = await runAs(db, actorOf(viewer), (db) => {
    const done = pageOfEach(db, eq(auditEvents.userId, viewer.userId));
    const did = pageOfEach(
      db,
      and(eq(auditEvents.actorId, viewer.userId), isNull(auditEvents.organizationId)),
    );
    const isFound = sql`${auditEvents.id} = any (array((${done}) union (${did})))`;
    return [selectEvents(db, isFound, page, query)] as const;
  });
  return page.cut(rows);
}
