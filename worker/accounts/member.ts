import { z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { storedLine } from '#worker/http/stored-text.ts';
import { PageQuery } from '#worker/http/page-shape.ts';
import { Colleague, MemberIdParam, toColleague } from './colleague.ts';
import type { MemberRow } from './members.queries.ts';
import { OrganizationRoleName } from './organization.ts';
import { OrganizationParam } from './organization-ref.ts';

/** A member as the others see them. */
export const Member = z
  .object({
    user: Colleague,
    role: OrganizationRoleName,
    joinedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Member');

export const MemberEdit = z.object({ role: OrganizationRoleName }).openapi('MemberEdit', {
  example: { role: 'MEMBER' },
});

export const Transfer = z
  .object({ userId: EntityId.openapi({ description: 'A member, who owns it from now on.' }) })
  .openapi('OrganizationTransfer', { example: { userId: '019aa0c0-0000-7000-8000-000000000001' } });

export const MemberListQuery = PageQuery.extend({
  q: storedLine().min(1).max(100).optional().openapi({ description: 'Part of a name.' }),
  role: OrganizationRoleName.optional(),
});
export type MemberListQuery = z.infer<typeof MemberListQuery>;

export const MemberParam = OrganizationParam.extend(MemberIdParam.shape);

export const toMemberView = (row: MemberRow): z.infer<typeof Member> => ({
  user: toColleague(row),
  role: row.role,
  joinedAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
