import { and, eq, isNotNull, lt, lte, sql } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints, webhookMessages } from '#tables/webhooks.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

const sender = serviceActor('service:webhook');

/** Organizations with a delivery that has been due for a while: a nudge of theirs was lost. */
export async function listOverdue(db: Database, before: Date, limit: number): Promise<string[]> {
  const [rows] = await runAs(
    db,
    sender,
    (db) =>
      [
        db
          .selectDistinct({ id: webhookEndpoints.organizationId })
          .from(webhookDeliveries)
          .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
          .where(
            and(isNotNull(webhookDeliveries.nextAttemptAt), lte(webhookDeliveries.nextAttemptAt, before)),
          )
          .limit(limit),
      ] as const,
  );
  return rows.map(({ id }) => id);
}

/** Removes what is old, its deliveries and attempts with it; how many messages. */
export async function purgeMessages(db: Database, before: Date, limit: number): Promise<number> {
  const old = (db: Database) =>
    db
      .select({ id: webhookMessages.id })
      .from(webhookMessages)
      .where(lt(webhookMessages.createdAt, before))
      .limit(limit);
  const [rows] = await runAs(
    db,
    sender,
    (db) =>
      [
        db
          .delete(webhookMessages)
          .where(sql`${webhookMessages.id} = any (array(${old(db)}))`)
          .returning({ id: webhookMessages.id }),
      ] as const,
  );
  return rows.length;
}
