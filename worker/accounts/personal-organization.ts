import { getCurrentAdapter } from '@better-auth/core/context';
import type { BetterAuthPlugin, DBAdapter } from 'better-auth';

/**
 * Everything a user makes belongs to an organization, so everybody who signs up gets a personal one. It is
 * made while the first identity is, inside the library's transaction: account, organization and membership
 * stand together or not at all. (Its `after` hooks would run once the transaction has been committed.)
 */
export const personalOrganizationPlugin = () =>
  ({
    id: 'personal-organization',
    schema: {
      organization: {
        modelName: 'organizations',
        fields: {
          name: { type: 'string', required: true },
          slug: { type: 'string', required: true },
          kind: { type: 'string', required: true },
        },
      },
      organizationMember: {
        modelName: 'organizationMembers',
        fields: {
          organizationId: { type: 'string', required: true },
          userId: { type: 'string', required: true },
          role: { type: 'string', required: true },
        },
      },
    },
    init: ({ adapter }) => ({
      options: {
        databaseHooks: {
          account: {
            create: { before: async ({ userId }) => makePersonalOrganization(adapter, userId) },
          },
        },
      },
    }),
  }) satisfies BetterAuthPlugin;

async function makePersonalOrganization(outside: DBAdapter, userId: string): Promise<void> {
  const adapter = await getCurrentAdapter(outside);
  const owned = await adapter.count({
    model: 'organizationMember',
    where: [{ field: 'userId', value: userId }],
  });
  // A second way to sign in (another provider) belongs to the same person.
  if (owned > 0) return;
  const user = await adapter.findOne<{ name: string }>({
    model: 'user',
    where: [{ field: 'id', value: userId }],
  });
  const organization = await adapter.create<Record<string, string>, { id: string }>({
    model: 'organization',
    data: { name: user?.name ?? 'Personal', slug: `personal-${userId}`, kind: 'personal' },
  });
  await adapter.create({
    model: 'organizationMember',
    data: { organizationId: organization.id, userId, role: 'OWNER' },
  });
}
