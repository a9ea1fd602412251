import { z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { PageQuery } from '#worker/http/page-shape.ts';
import type { DeliveryRow } from './deliveries.queries.ts';
import { EventTypeName } from './events.ts';

export const DeliveryStatus = z.enum(['pending', 'delivered', 'failed']);

export const WebhookAttempt = z
  .object({
    responseStatus: z.int().nullable().openapi({ description: 'Null where nothing came.' }),
    error: z.string().nullable(),
    responseBody: z.string().nullable().openapi({ description: 'How the answer begins: 1,000 characters.' }),
    durationMs: z.int(),
    createdAt: z.iso.datetime(),
  })
  .openapi('WebhookAttempt');

export const WebhookDelivery = z
  .object({
    id: EntityId,
    messageId: EntityId.openapi({ description: '`webhook-id`: the same at every attempt.' }),
    type: z.string(),
    timestamp: z.iso.datetime(),
    data: z.record(z.string(), z.unknown()),
    status: DeliveryStatus,
    attemptCount: z.int(),
    nextAttemptAt: z.iso.datetime().nullable(),
    deliveredAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    attempts: z.array(WebhookAttempt).openapi({ description: 'The newest first, twenty at most.' }),
  })
  .openapi('WebhookDelivery');

export const DeliveryListQuery = PageQuery.extend({
  status: DeliveryStatus.optional(),
  type: EventTypeName.optional(),
});
export type DeliveryListQuery = z.infer<typeof DeliveryListQuery>;

export const toDeliveryView = (row: DeliveryRow): z.infer<typeof WebhookDelivery> => ({
  id: row.id,
  messageId: row.messageId,
  type: row.type,
  timestamp: row.happenedAt.toISOString(),
  data: row.data,
  status: row.status,
  attemptCount: row.attempts,
  nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
  deliveredAt: row.deliveredAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  attempts: row.tries.map(({ createdAt, ...attempt }) => ({
    ...attempt,
    createdAt: new Date(createdAt).toISOString(),
  })),
});
