import { expect, test } from 'vitest';
import { toTagView } from '#worker/library/tag.ts';

test('only a tag of one organization says how many videos have it, since any other would count those of all tenants', () => {
  const [id, organizationId] = [
    '019aa0c0-0000-7000-8000-000000000001',
    '019aa0c0-0000-7000-8000-000000000002',
  ];
  const at = new Date(0);
  const row = {
    id,
    name: 'cut',
    sortName: 'cut',
    description: null,
    color: null,
    isActive: true,
    videoCount: 7,
  };
  const counted = (owner: string | null) =>
    toTagView({ ...row, organizationId: owner, createdAt: at, updatedAt: at }).videoCount;
  expect([counted(organizationId), counted(null)]).toEqual([7, null]);
});
