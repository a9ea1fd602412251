/** What somebody is in an organization, from most to least. Each may what the next one may. */
export const ORGANIZATION_ROLES = ['OWNER', 'ADMIN', 'MEMBER'] as const;
export type OrganizationRole = (typeof ORGANIZATION_ROLES)[number];

export type OrganizationCapability =
  | 'organization.edit'
  | 'organization.dissolve'
  | 'organization.export'
  | 'members.list'
  | 'storage.read'
  | 'members.invite'
  | 'members.remove'
  | 'members.promote'
  | 'members.promote-owner'
  | 'channels.edit'
  | 'series.edit'
  | 'tags.add'
  | 'tags.edit'
  | 'audit.read'
  | 'webhooks.manage'
  | 'videos.manage'
  | 'trash.read';

const LEAST_ROLE: Record<OrganizationCapability, OrganizationRole> = {
  'members.list': 'MEMBER',
  'storage.read': 'MEMBER',
  'tags.add': 'MEMBER',
  'organization.edit': 'ADMIN',
  'members.invite': 'ADMIN',
  'members.remove': 'ADMIN',
  'members.promote': 'ADMIN',
  'channels.edit': 'ADMIN',
  'series.edit': 'ADMIN',
  'tags.edit': 'ADMIN',
  'audit.read': 'ADMIN',
  'webhooks.manage': 'ADMIN',
  'videos.manage': 'ADMIN',
  'trash.read': 'ADMIN',
  'organization.dissolve': 'OWNER',
  'organization.export': 'OWNER',
  'members.promote-owner': 'OWNER',
};

/** The least that carries the capability: what the database is asked for (`role <= …`, as its enum is ordered). */
export const leastRoleFor = (capability: OrganizationCapability): OrganizationRole => LEAST_ROLE[capability];

export const organizationCan = (role: OrganizationRole, capability: OrganizationCapability): boolean =>
  ORGANIZATION_ROLES.indexOf(role) <= ORGANIZATION_ROLES.indexOf(LEAST_ROLE[capability]);

/**
 * Whether `role` may make, change or remove a member (or an invitation) of the role `other`: nobody touches what stands
 * above them, and only owners touch owners.
 */
export const mayManageRole = (role: OrganizationRole, other: OrganizationRole): boolean =>
  organizationCan(role, other === 'OWNER' ? 'members.promote-owner' : 'members.promote');
