import { z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { storedLine } from '#worker/http/stored-text.ts';
import { EventTypeName, HeardType } from './events.ts';
import type { EndpointRow } from './endpoints.queries.ts';

const example = {
  url: 'https://hooks.example.com/lockstep',
  description: 'Tells our archive',
  events: ['video.ready', 'comment.created'],
};

const TargetUrl = z.url().max(2000).openapi({
  description:
    'https, on port 443 or 8443, by a host name of the public internet. Redirects are not followed.',
});
const Description = storedLine().max(255);
const Heard = z
  .array(HeardType)
  .max(HeardType.options.length)
  .openapi({ description: 'Event types it hears; empty: all, also those to come.' });

export const WebhookDraft = z
  .object({
    id: EntityId.optional(),
    url: TargetUrl,
    description: Description.nullish(),
    events: Heard.default([]),
  })
  .openapi('WebhookDraft', { example });

export const WebhookEdit = z
  .object({
    url: TargetUrl.optional(),
    description: Description.nullable().optional(),
    events: Heard.optional(),
    isActive: z.boolean().optional().openapi({
      description: 'Switched off it is sent nothing, and what waits for it has failed.',
    }),
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'Nothing to change was given.')
  .openapi('WebhookEdit', { example: { description: 'Tells our archive', isActive: true } });

export const Webhook = z
  .object({
    id: EntityId,
    organizationId: EntityId,
    url: z.string(),
    description: z.string().nullable(),
    events: z.array(EventTypeName),
    isActive: z.boolean(),
    disabledReason: z.string().nullable().openapi({ description: 'Why we stopped sending.' }),
    failingSince: z.iso.datetime().nullable(),
    previousSecretExpiresAt: z.iso
      .datetime()
      .nullable()
      .openapi({ description: 'Until then the secret before signs, too.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Webhook');

export const NewWebhook = Webhook.extend({
  secret: z.string().openapi({
    description: 'What messages are signed with (Standard Webhooks). Shown only now.',
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=',
  }),
}).openapi('NewWebhook');

export const toWebhookView = (row: EndpointRow, now: Date): z.infer<typeof Webhook> => ({
  id: row.id,
  organizationId: row.organizationId,
  url: row.url,
  description: row.description,
  events: row.events.flatMap((type) => EventTypeName.safeParse(type).data ?? []),
  isActive: row.isActive,
  disabledReason: row.disabledReason,
  failingSince: row.failingSinceAt?.toISOString() ?? null,
  previousSecretExpiresAt:
    row.previousSecretExpiresAt && row.previousSecretExpiresAt > now
      ? row.previousSecretExpiresAt.toISOString()
      : null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const WebhookParam = z.object({
  webhookId: z
    .string()
    .max(64)
    .openapi({ param: { name: 'webhookId', in: 'path' } }),
});
export const DeliveryParam = WebhookParam.extend({
  deliveryId: z
    .string()
    .max(64)
    .openapi({ param: { name: 'deliveryId', in: 'path' } }),
});
