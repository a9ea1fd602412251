import { expect, test } from 'vitest';
import { ANONYMOUS, type Viewer } from '#worker/accounts/viewer.ts';
import type { Membership, Visibility } from '#worker/library/access.ts';
import { mediaBasisOf } from '#worker/library/media-basis.ts';
import { decodeRight, encodeRight, type MediaRight } from '#worker/media/right.ts';

const [organizationId, userId, linkId] = [
  '019aa0c0-0000-7000-8000-0000000000f1',
  'ffffffff-ffff-4fff-bfff-ffffffffffff',
  '00000000-0000-4000-8000-000000000000',
];

test('S7 a right survives the address it stands in, and nothing else is one', () => {
  const rights: MediaRight[] = [
    { kind: 'open' },
    { kind: 'own' },
    { kind: 'link', linkId },
    { kind: 'member', organizationId, userId },
    { kind: 'admin', organizationId, userId },
  ];
  for (const right of rights) {
    const text = encodeRight(right);
    expect(text).toMatch(/^[\w-]{1,45}$/);
    expect(decodeRight(text)).toEqual(right);
  }
  const code = 'A'.repeat(22);
  for (const text of ['', 'x', 'oo', 'l', `m${code}`, `l${code}${code}`, `a${code}${code}A`])
    expect(decodeRight(text)).toBeUndefined();
});

const somebody: Viewer = { kind: 'registered', userId, name: 'Ada' };
const at = (ms: number) => new Date(ms);
const basis = (
  visibility: Visibility,
  {
    viewer = somebody as Viewer,
    membership = null as Membership | null,
    authorId = null as string | null,
    held = false,
  },
) => {
  const link = {
    id: linkId,
    role: 'view' as const,
    expiresAt: at(9_000).toISOString(),
    editedAt: at(3_000).toISOString(),
  };
  const video = {
    visibility,
    authorId,
    membership,
    organizationId,
    sharingChangedAt: at(1_000),
    membershipChangedAt: membership && at(2_000),
    link: held ? link : null,
  };
  return mediaBasisOf(viewer, video, held ? linkId : null);
};

test('S7 who manages a video plays it by that, whoever else may by what all share', () => {
  const ids = { organizationId, userId };
  const open = { right: { kind: 'open' }, sinceMs: 1_000, untilMs: null };
  expect(basis('public', { viewer: ANONYMOUS })).toEqual(open);
  expect(basis('unlisted', { membership: 'MEMBER' })).toEqual(open);
  expect(basis('public', { authorId: userId, membership: 'OWNER' })).toEqual({
    ...open,
    right: { kind: 'own' },
  });
  expect(basis('public', { membership: 'ADMIN' })).toEqual({
    right: { kind: 'admin', ...ids },
    sinceMs: 2_000,
    untilMs: null,
  });
  expect(basis('organization', { membership: 'MEMBER' })).toEqual({
    right: { kind: 'member', ...ids },
    sinceMs: 2_000,
    untilMs: null,
  });
  expect(basis('private', { held: true })).toEqual({
    right: { kind: 'link', linkId },
    sinceMs: 3_000,
    untilMs: 9_000,
  });
});
