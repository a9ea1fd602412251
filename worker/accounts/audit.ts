import { z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { toCsv } from '#worker/http/csv.ts';
import { PageQuery } from '#worker/http/page-shape.ts';
import type { AuditRow } from './audit.queries.ts';

const Person = z.object({ id: EntityId, name: z.string() }).nullable();

/** One change of who may do what. */
export const AuditEvent = z
  .object({
    id: EntityId,
    action: z.string().openapi({ example: 'member.role-changed' }),
    actor: Person.openapi({
      description: 'Who did it; null for a service, and for an account that is gone.',
    }),
    actorRole: z.string().openapi({ description: 'As what: registered, guest, a service, or accounts.' }),
    subject: z
      .object({ type: z.string(), id: EntityId })
      .openapi({ description: 'The table and row it is about.' }),
    user: Person.openapi({ description: 'Whose rights changed, where they are one person’s.' }),
    details: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'What was and what is, without secrets.' }),
    requestId: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi('AuditEvent');
export type AuditEvent = z.infer<typeof AuditEvent>;

export const AuditQuery = PageQuery.extend({
  action: z
    .string()
    .regex(/^[a-z-]+(\.[a-z-]+)?$/, 'As in member.added, or a group of them, as in member.')
    .max(64)
    .optional()
    .openapi({ description: 'An action, or the group it begins with.', example: 'member' }),
  actor: EntityId.optional().openapi({ description: 'Who did it.' }),
  user: EntityId.optional().openapi({ description: 'Whose rights changed.' }),
  subject: EntityId.optional().openapi({ description: 'The row it is about.' }),
  since: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

const personOf = (id: string | null, name: string | null) =>
  id !== null && name !== null ? { id, name } : null;

export const toAuditView = (row: AuditRow): AuditEvent => ({
  id: row.id,
  action: row.action,
  actor: personOf(row.actorId, row.actorName),
  actorRole: row.actorRole,
  subject: { type: row.subjectType, id: row.subjectId },
  user: personOf(row.userId, row.userName),
  details: row.details,
  requestId: row.requestId,
  createdAt: row.createdAt.toISOString(),
});

const COLUMNS: Record<string, (event: AuditEvent) => string | null> = {
  createdAt: (event) => event.createdAt,
  action: (event) => event.action,
  actorId: (event) => event.actor?.id ?? null,
  actorName: (event) => event.actor?.name ?? null,
  actorRole: (event) => event.actorRole,
  userId: (event) => event.user?.id ?? null,
  userName: (event) => event.user?.name ?? null,
  subjectType: (event) => event.subject.type,
  subjectId: (event) => event.subject.id,
  details: (event) => JSON.stringify(event.details),
  requestId: (event) => event.requestId,
  id: (event) => event.id,
};

/** With a line of names. */
export const auditCsv = (events: readonly AuditEvent[]): string =>
  toCsv([
    Object.keys(COLUMNS),
    ...events.map((event) => Object.values(COLUMNS).map((column) => column(event) ?? '')),
  ]);
