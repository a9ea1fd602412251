import { expect, test } from 'vitest';
import { ANONYMOUS, type Viewer } from '#worker/accounts/viewer.ts';
import { accessOf, isNarrower, roleOf, type Membership, type Visibility } from '#worker/library/access.ts';

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

test('a link gives what it lets to who may do less, and what they may rests on it', () => {
  const link = (role: 'view' | 'comment' | 'control') => ({ id: `${role} link`, role });
  const accessTo = (visibility: Visibility, name: string, held: ReturnType<typeof link> | null) => {
    const [viewer, membership] = viewers[name] ?? [ANONYMOUS, null];
    return accessOf(viewer, { visibility, authorId: author, membership }, held);
  };
  expect(accessTo('private', 'stranger', null)).toBeUndefined();
  expect(accessTo('private', 'stranger', link('view'))).toEqual({ role: 'view', linkId: 'view link' });
  expect(accessTo('private', 'member', link('comment'))).toEqual({
    role: 'comment',
    linkId: 'comment link',
  });
  expect(accessTo('public', 'anonymous', link('control'))).toEqual({ role: 'control', linkId: null });
  expect(accessTo('private', 'author', link('control'))).toEqual({ role: 'manage', linkId: null });
});
