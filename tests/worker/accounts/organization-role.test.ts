import { expect, test } from 'vitest';
import { parseOrganizationRef, slugOf } from '#worker/accounts/organization-ref.ts';
import {
  mayManageRole,
  ORGANIZATION_ROLES,
  organizationCan,
  type OrganizationCapability,
} from '#worker/accounts/organization-role.ts';

const TABLE: [OrganizationCapability, isOwner: boolean, isAdmin: boolean, isMember: boolean][] = [
  ['members.list', true, true, true],
  ['tags.add', true, true, true],
  ['organization.edit', true, true, false],
  ['members.invite', true, true, false],
  ['members.remove', true, true, false],
  ['members.promote', true, true, false],
  ['channels.edit', true, true, false],
  ['series.edit', true, true, false],
  ['tags.edit', true, true, false],
  ['audit.read', true, true, false],
  ['webhooks.manage', true, true, false],
  ['videos.manage', true, true, false],
  ['trash.read', true, true, false],
  ['organization.dissolve', true, false, false],
  ['organization.export', true, false, false],
  ['members.promote-owner', true, false, false],
];

test.each(TABLE)('%s is for owners %j, administrators %j, members %j', (capability, ...expected) => {
  expect(ORGANIZATION_ROLES.map((role) => organizationCan(role, capability))).toEqual(expected);
});

test('owners manage everybody, administrators everybody but owners, members nobody', () => {
  const reach = (role: (typeof ORGANIZATION_ROLES)[number]) =>
    ORGANIZATION_ROLES.filter((other) => mayManageRole(role, other));
  expect(ORGANIZATION_ROLES.map(reach)).toEqual([['OWNER', 'ADMIN', 'MEMBER'], ['ADMIN', 'MEMBER'], []]);
});

test('an organization is named by its id or its slug, and by nothing else', () => {
  const id = '019AA0C0-0000-7000-8000-000000000001';
  expect([id, 'acme', 'a-1', 'A', '-a', 'a--b', '', 'x'.repeat(64)].map(parseOrganizationRef)).toEqual([
    { id: id.toLowerCase() },
    { slug: 'acme' },
    { slug: 'a-1' },
    ...Array<undefined>(5).fill(undefined),
  ]);
});

test('a name reads in an address as its letters and digits', () => {
  expect(['Acme GmbH & Co.', '  Crème brûlée! ', '東京', `${'a'.repeat(62)} b`].map(slugOf)).toEqual([
    'acme-gmbh-co',
    'creme-brulee',
    '',
    'a'.repeat(62),
  ]);
});
