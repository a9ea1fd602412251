import { z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { Role } from '#protocol/role.ts';
import { OrganizationRoleName } from '#worker/accounts/organization.ts';

const somebody = EntityId.nullable();
const moment = z.iso.datetime();
const about = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ organizationId: EntityId, ...shape });

const video = about({
  videoId: EntityId,
  shortId: z.string(),
  title: z.string(),
  visibility: z.enum(['public', 'unlisted', 'organization', 'private']),
  authorId: somebody,
  channelId: somebody,
  seriesId: somebody,
  durationSeconds: z.number().nullable(),
});
const comment = about({
  commentId: EntityId,
  videoId: EntityId,
  authorId: somebody,
  parentId: somebody,
  positionSeconds: z.number().nullable(),
  isResolved: z.boolean(),
  resolvedBy: somebody,
});
const screening = about({
  screeningId: EntityId,
  videoId: EntityId,
  shortId: z.string(),
  hostId: somebody,
  startedAt: moment,
});
const member = about({ userId: EntityId, role: OrganizationRoleName });
const link = about({
  linkId: EntityId,
  videoId: EntityId,
  role: Role,
  createdBy: somebody,
  expiresAt: moment.nullable(),
});

/** All that webhooks tell of, and what each says: ids and short facts, no words of people but a video's title. */
export const EVENTS = {
  'video.created': { data: video, says: 'A video was made; it may still wait for its file.' },
  'video.ready': { data: video, says: 'A video can be played.' },
  'video.updated': {
    data: video.extend({ changed: z.array(z.string()) }),
    says: 'A video’s title, description, sharing, channel, series, tags or the like changed.',
  },
  'video.deleted': { data: video, says: 'A video was moved to the trash, or removed for good.' },
  'video.restored': { data: video, says: 'A video was taken out of the trash.' },
  'video.moved': {
    data: video.extend({ fromOrganizationId: EntityId, toOrganizationId: EntityId }),
    says: 'A video moved from one organization to another; both are told.',
  },
  'comment.created': { data: comment, says: 'Somebody said something about a video.' },
  'comment.updated': { data: comment, says: 'A comment was edited, or opened again.' },
  'comment.resolved': { data: comment, says: 'A comment was resolved.' },
  'comment.deleted': { data: comment, says: 'A comment was deleted.' },
  'screening.started': { data: screening, says: 'A group began to watch a video in step.' },
  'screening.ended': { data: screening.extend({ endedAt: moment }), says: 'A screening ended.' },
  'member.added': { data: member, says: 'Somebody joined the organization.' },
  'member.removed': { data: member, says: 'Somebody left the organization, or was removed.' },
  'member.role_changed': {
    data: member.extend({ previousRole: OrganizationRoleName }),
    says: 'A member has another role.',
  },
  'link.created': { data: link, says: 'A watch link was made.' },
  'link.revoked': { data: link, says: 'A watch link was taken back.' },
  'approval.decided': {
    data: about({
      approvalId: EntityId,
      videoId: EntityId,
      userId: somebody,
      status: z.enum(['in_review', 'changes_requested', 'approved']),
    }),
    says: 'Somebody decided about a version of a video.',
  },
  'webhook.test': { data: about({ webhookId: EntityId }), says: 'Somebody asked for a message, to try it.' },
} as const;

export type EventType = keyof typeof EVENTS;
const TYPES = Object.keys(EVENTS) as [EventType, ...EventType[]];
export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type);

export const EventTypeName = z.enum(TYPES).openapi('WebhookEventType');
/** `webhook.test` comes to whom it is sent to, whatever they hear. */
export const HeardType = EventTypeName.exclude(['webhook.test']);

/** What is sent for a type. */
export const payloadOf = <Type extends EventType>(type: Type) =>
  z.object({
    type: z.literal(type),
    timestamp: moment.openapi({ description: 'When it happened; the same at every attempt.' }),
    data: EVENTS[type].data,
  });

/** The body of a message; undefined for data that is not what the catalogue promises. */
export function writePayload(message: { type: string; data: unknown; createdAt: Date }): string | undefined {
  const { type, data, createdAt } = message;
  if (!isEventType(type)) return undefined;
  const payload = payloadOf(type).safeParse({ type, timestamp: createdAt.toISOString(), data });
  return payload.success ? JSON.stringify(payload.data) : undefined;
}
