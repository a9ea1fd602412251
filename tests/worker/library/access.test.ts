import { expect, test } from 'vitest';
import { ANONYMOUS, type Viewer } from '#worker/accounts/viewer.ts';
import { isNarrower, roleOf, type Membership, type Visibility } from '#worker/library/access.ts';

const author = 'author';
const viewers: Record<string, [Viewer, Membership | null]> = {
  anonymous: [ANONYMOUS, null],
  guest: [{ kind: 'guest', userId: 'guest', name: 'G' }, null],
  stranger: [{ kind: 'registered', userId: 'stranger', name: 'S' }, null],
  member: [{ kind: 'registered', userId: 'member', name: 'M' }, 'MEMBER'],
  admin: [{ kind: 'registered', userId: 'admin', name: 'A' }, 'ADMIN'],
  owner: [{ kind: 'registered', userId: 'owner', name: 'O' }, 'OWNER'],
  author: [{ kind: 'registered', userId: author, name: 'W' }, null],
};

const rolesOn = (visibility: Visibility) =>
  Object.fromEntries(
    Object.entries(viewers).map(([name, [viewer, membership]]) => [
      name,
      roleOf(viewer, { visibility, authorId: author, membership }),
    ]),
  );
const managers = { admin: 'manage', owner: 'manage', author: 'manage' };
const all = { anonymous: 'control', guest: 'control', stranger: 'control', member: 'control' };
const nobody = { anonymous: undefined, guest: undefined, stranger: undefined, member: undefined };

test('roles by visibility', () => {
  expect({
    public: rolesOn('public'),
    unlisted: rolesOn('unlisted'),
    organization: rolesOn('organization'),
    private: rolesOn('private'),
  }).toEqual({
    public: { ...all, ...managers },
    unlisted: { ...all, ...managers },
    organization: { ...nobody, member: 'control', ...managers },
    private: { ...nobody, ...managers },
  });
});

test('a video without author belongs to no visitor without id', () => {
  expect(roleOf(ANONYMOUS, { visibility: 'private', authorId: null, membership: null })).toBeUndefined();
});

test('narrowing is what takes somebody’s right away', () => {
  expect(isNarrower('public', 'private')).toBe(true);
  expect(isNarrower('unlisted', 'organization')).toBe(true);
  expect(isNarrower('public', 'unlisted')).toBe(false);
  expect(isNarrower('private', 'public')).toBe(false);
});
