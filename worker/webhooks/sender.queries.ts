import { and, eq, isNotNull, lte, min, sql } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints, webhookMessages } from '#tables/webhooks.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { FAILED_TOO_LONG, FAILING_DAYS, type Attempt } from './outcome.ts';

const sender = serviceActor('service:webhook');

/** When an endpoint’s next delivery is due, of those of an organization that wait for one. */
export async function listWaiting(
  db: Database,
  organizationId: string,
): Promise<{ id: string; dueAt: Date }[]> {
  const [rows] = await runAs(
    db,
    sender,
    (db) =>
      [
        db
          .select({ id: webhookEndpoints.id, dueAt: min(webhookDeliveries.nextAttemptAt) })
          .from(webhookEndpoints)
          .innerJoin(webhookDeliveries, eq(webhookDeliveries.endpointId, webhookEndpoints.id))
          .where(
            and(
              eq(webhookEndpoints.organizationId, organizationId),
              isNotNull(webhookDeliveries.nextAttemptAt),
            ),
          )
          .groupBy(webhookEndpoints.id),
      ] as const,
  );
  return rows.flatMap(({ id, dueAt }) => (dueAt ? [{ id, dueAt }] : []));
}

export interface Claimed {
  endpoint: Pick<
    typeof webhookEndpoints.$inferSelect,
    'id' | 'url' | 'sealedSecret' | 'sealedPreviousSecret' | 'previousSecretExpiresAt'
  >;
  deliveries: {
    id: string;
    attempts: number;
    message: Pick<typeof webhookMessages.$inferSelect, 'id' | 'type' | 'data' | 'createdAt'>;
  }[];
}

export interface Claim {
  endpointId: string;
  now: Date;
  /** Until then nobody else takes them; whoever does not say by then what came of it has gone. */
  leaseMs: number;
  limit: number;
}

/** Takes deliveries that are due, counting one more attempt for each; two who ask at once never get the same. */
export async function claimDeliveries(
  db: Database,
  { endpointId, now, leaseMs, limit }: Claim,
): Promise<Claimed | undefined> {
  const due = (db: Database) =>
    db
      .select({ id: webhookDeliveries.id })
      .from(webhookDeliveries)
      .where(and(eq(webhookDeliveries.endpointId, endpointId), lte(webhookDeliveries.nextAttemptAt, now)))
      .orderBy(webhookDeliveries.nextAttemptAt)
      .limit(limit)
      .for('update', { skipLocked: true });
  const [endpoints, rows] = await runAs(
    db,
    sender,
    (db) =>
      [
        db
          .select({
            id: webhookEndpoints.id,
            url: webhookEndpoints.url,
            sealedSecret: webhookEndpoints.sealedSecret,
            sealedPreviousSecret: webhookEndpoints.sealedPreviousSecret,
            previousSecretExpiresAt: webhookEndpoints.previousSecretExpiresAt,
          })
          .from(webhookEndpoints)
          .where(eq(webhookEndpoints.id, endpointId)),
        db
          .update(webhookDeliveries)
          .set({
            attempts: sql`${webhookDeliveries.attempts} + 1`,
            nextAttemptAt: new Date(now.getTime() + leaseMs),
          })
          .from(webhookMessages)
          .where(
            and(
              sql`${webhookDeliveries.id} = any (array(${due(db)}))`,
              eq(webhookMessages.id, webhookDeliveries.messageId),
            ),
          )
          .returning({
            id: webhookDeliveries.id,
            attempts: webhookDeliveries.attempts,
            message: {
              id: webhookMessages.id,
              type: webhookMessages.type,
              data: webhookMessages.data,
              createdAt: webhookMessages.createdAt,
            },
          }),
      ] as const,
  );
  const endpoint = endpoints[0];
  return endpoint && rows.length > 0 ? { endpoint, deliveries: rows } : undefined;
}

export interface Settled extends Attempt {
  deliveryId: string;
  /** As claimed: who took it over since then has the say. */
  attempts: number;
  status: 'pending' | 'delivered' | 'failed';
  nextAttemptAt: Date | null;
}

/** Keeps what came of a round, and what that says of the endpoint: all of it or nothing. */
export async function recordRound(
  db: Database,
  {
    endpointId,
    now,
    settled,
    disabledReason,
  }: { endpointId: string; now: Date; settled: Settled[]; disabledReason: string | null },
): Promise<void> {
  const records = JSON.stringify(settled.map((one) => ({ ...one, id: crypto.randomUUID() })));
  const recordset = sql`jsonb_to_recordset(${records}::jsonb) as r (id uuid, "deliveryId" uuid, attempts int,
    status webhook_delivery_status, "nextAttemptAt" timestamptz, "responseStatus" int, error text,
    "responseBody" text, "durationMs" int)`;
  const isTaken = disabledReason === null && settled.some(({ status }) => status === 'delivered');
  const at = now.toISOString();
  const tooLong = sql`failing_since_at <= ${at}::timestamptz - make_interval(days => ${FAILING_DAYS})`;
  await runAs(
    db,
    sender,
    (db) =>
      [
        db.execute(sql`insert into webhook_attempts (id, delivery_id, response_status, error, response_body, duration_ms, created_at)
          select r.id, d.id, r."responseStatus", r.error, r."responseBody", r."durationMs", ${at}
          from ${recordset} join webhook_deliveries d on d.id = r."deliveryId"`),
        db.execute(sql`update webhook_deliveries d set status = r.status, next_attempt_at = r."nextAttemptAt",
            delivered_at = case when r.status = 'delivered' then ${at}::timestamptz end
          from ${recordset} where d.id = r."deliveryId" and d.attempts = r.attempts and d.next_attempt_at is not null`),
        db.execute(
          isTaken
            ? sql`update webhook_endpoints set failing_since_at = null where id = ${endpointId} and failing_since_at is not null`
            : sql`update webhook_endpoints set failing_since_at = coalesce(failing_since_at, ${at}::timestamptz),
                is_active = is_active and ${disabledReason}::text is null and not coalesce(${tooLong}, false),
                disabled_reason = case when not is_active then disabled_reason
                  else coalesce(${disabledReason}, case when ${tooLong} then ${FAILED_TOO_LONG} end) end
              where id = ${endpointId}`,
        ),
      ] as const,
  );
}
