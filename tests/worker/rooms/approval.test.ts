import { expect, test } from 'vitest';
import { ANONYMOUS, type Viewer } from '#worker/accounts/viewer.ts';
import { accessOf, type Membership, type Visibility } from '#worker/library/access.ts';
import { reviewOf } from '#worker/rooms/approval.ts';

type LinkRole = 'view' | 'comment' | 'control';
const registered: Viewer = { kind: 'registered', userId: 'somebody', name: 'S' };
const guest: Viewer = { kind: 'guest', userId: 'guest', name: 'G' };

/** As the row of a video somebody sees: undefined where they see none. */
function review(
  viewer: Viewer,
  visibility: Visibility,
  { membership = null, authorId = null, held }: Partial<Row> & { held?: LinkRole } = {},
) {
  const link = held ? { id: 'link', role: held } : null;
  const access = accessOf(viewer, { visibility, authorId, membership }, link);
  return access && reviewOf(viewer, { role: access.role, membership, visibility, link });
}
interface Row {
  membership: Membership | null;
  authorId: string | null;
}

test('R129 who manages a video, and members who see it, decide', () => {
  expect(review(registered, 'private', { authorId: 'somebody' })).toBe('decides');
  for (const membership of ['OWNER', 'ADMIN'] as const)
    expect(review(registered, 'private', { membership })).toBe('decides');
  for (const visibility of ['public', 'unlisted', 'organization'] as const)
    expect(review(registered, visibility, { membership: 'MEMBER' })).toBe('decides');
  expect(review(registered, 'private', { membership: 'MEMBER' })).toBeUndefined();
});

test('R129 a link makes a reviewer of who has a name, an open video of nobody', () => {
  for (const visibility of ['private', 'public'] as const)
    for (const viewer of [registered, guest]) {
      expect(review(viewer, visibility, { held: 'control' })).toBe('decides');
      expect(review(viewer, visibility, { held: 'comment' })).toBe('reads');
      expect(review(viewer, visibility, { held: 'view' })).toBeNull();
    }
  expect(review(ANONYMOUS, 'private', { held: 'control' })).toBeNull();
  expect(review(registered, 'private', { membership: 'MEMBER', held: 'comment' })).toBe('reads');
  for (const viewer of [registered, guest, ANONYMOUS]) expect(review(viewer, 'public')).toBeNull();
});
