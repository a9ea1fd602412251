import { z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';

/** A person as those see them who share an organization with them. */
export const Colleague = z.object({
  id: EntityId,
  name: z.string(),
  username: z.string().nullable(),
  avatarUrl: z.string().nullable(),
});

export const toColleague = (row: {
  userId: string;
  name: string;
  username: string | null;
  avatarUrl: string | null;
}): z.infer<typeof Colleague> => ({
  id: row.userId,
  name: row.name,
  username: row.username,
  avatarUrl: row.avatarUrl,
});

/** The part of a path that names a member. */
export const MemberIdParam = z.object({
  userId: z
    .string()
    .max(64)
    .openapi({ param: { name: 'userId', in: 'path' }, description: 'The member’s id as a person.' }),
});
