import { and, eq, inArray, sql } from 'drizzle-orm';
import { webhookAttempts, webhookDeliveries, webhookEndpoints, webhookMessages } from '#tables/webhooks.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { byId, byMoment, keyset, within, type Page } from '#worker/db/page.ts';
import type { DeliveryListQuery } from './delivery.ts';

type Delivery = typeof webhookDeliveries.$inferSelect;
type Attempt = typeof webhookAttempts.$inferSelect;

export type DeliveryRow = Pick<
  Delivery,
  'id' | 'messageId' | 'status' | 'attempts' | 'nextAttemptAt' | 'deliveredAt' | 'createdAt'
> & {
  type: string;
  data: Record<string, unknown>;
  happenedAt: Date;
  tries: (Pick<Attempt, 'responseStatus' | 'error' | 'responseBody' | 'durationMs'> & {
    createdAt: string;
  })[];
};

const tries = sql<DeliveryRow['tries']>`(
  select coalesce(jsonb_agg(jsonb_build_object('responseStatus', a.response_status, 'error', a.error,
    'responseBody', a.response_body, 'durationMs', a.duration_ms, 'createdAt', a.created_at)), '[]')
  from (select * from ${webhookAttempts} where ${webhookAttempts.deliveryId} = ${webhookDeliveries.id}
    order by ${webhookAttempts.createdAt} desc, ${webhookAttempts.id} desc limit 20) a)`;

const selectDeliveries = (db: Database) =>
  db
    .select({
      id: webhookDeliveries.id,
      messageId: webhookDeliveries.messageId,
      status: webhookDeliveries.status,
      attempts: webhookDeliveries.attempts,
      nextAttemptAt: webhookDeliveries.nextAttemptAt,
      deliveredAt: webhookDeliveries.deliveredAt,
      createdAt: webhookDeliveries.createdAt,
      type: webhookMessages.type,
      data: webhookMessages.data,
      happenedAt: webhookMessages.createdAt,
      tries,
    })
    .from(webhookDeliveries)
    .innerJoin(webhookMessages, eq(webhookMessages.id, webhookDeliveries.messageId))
    .$dynamic();

/** What was sent to an endpoint, the newest first; undefined to who may not manage it. */
export async function listDeliveries(
  db: Database,
  viewer: SignedInViewer,
  endpointId: string,
  query: DeliveryListQuery,
): Promise<Page<DeliveryRow> | undefined> {
  const page = keyset<DeliveryRow>(
    {
      name: `deliveries:${query.status ?? ''}:${query.type ?? ''}`,
      columns: [
        byMoment(sql`${webhookDeliveries.createdAt}`, (row: DeliveryRow) => row.createdAt),
        byId<DeliveryRow>(sql`${webhookDeliveries.id}`),
      ],
      direction: 'descending',
    },
    query,
  );
  const isAsked = and(
    eq(webhookDeliveries.endpointId, endpointId),
    query.status && eq(webhookDeliveries.status, query.status),
    query.type && eq(webhookMessages.type, query.type),
  );
  // Cut before messages are joined: together with theirs, PostgreSQL would put all of an endpoint's in order.
  const pageAlone = (db: Database) =>
    db
      .select({ id: webhookDeliveries.id })
      .from(webhookDeliveries)
      .where(within(isAsked, page))
      .orderBy(...page.orderBy)
      .limit(page.limit);
  const [endpoints, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select({ id: webhookEndpoints.id })
          .from(webhookEndpoints)
          .where(eq(webhookEndpoints.id, endpointId)),
        selectDeliveries(db)
          .where(query.type ? within(isAsked, page) : inArray(webhookDeliveries.id, pageAlone(db)))
          .orderBy(...page.orderBy)
          .limit(page.limit),
      ] as const,
  );
  return endpoints.length > 0 ? page.cut(rows) : undefined;
}

interface DeliveryRef {
  webhookId: string;
  deliveryId: string;
}

const isThis = ({ webhookId, deliveryId }: DeliveryRef) =>
  and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.endpointId, webhookId));

export async function findDelivery(
  db: Database,
  viewer: SignedInViewer,
  ref: DeliveryRef,
): Promise<DeliveryRow | undefined> {
  const [rows] = await runAs(db, actorOf(viewer), (db) => [selectDeliveries(db).where(isThis(ref))] as const);
  return rows[0];
}

/** Has it sent once more; `isDue` is false for an endpoint that is switched off. */
export async function resendDelivery(
  db: Database,
  viewer: SignedInViewer,
  ref: DeliveryRef,
): Promise<{ isDue: boolean; row: DeliveryRow } | undefined> {
  const [{ rows: answers }, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute<{ due: boolean }>(
          sql`select app.resend_webhook(${ref.webhookId}, ${ref.deliveryId}) as due`,
        ),
        selectDeliveries(db).where(isThis(ref)),
      ] as const,
  );
  return rows[0] && { isDue: answers[0]?.due === true, row: rows[0] };
}
