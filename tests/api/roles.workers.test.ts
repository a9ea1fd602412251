import { beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '#protocol/capability.ts';
import { ORGANIZATION_ROLES } from '#worker/accounts/organization-role.ts';
import { expectAnnounced } from '#tests/support/workers/api/announced.ts';
import {
  fill,
  getDescription,
  named,
  rightlyAsked,
  rightQuery,
  type Description,
  type Operation,
} from '#tests/support/workers/api/operations.ts';
import { TEAM, VIDEO } from '#tests/support/workers/api/roles.ts';
import { furnish, type Furnished } from '#tests/support/workers/furnish/all.ts';
import { signUp, type Visitor } from '#tests/support/workers/visitor.ts';

let description: Description;
beforeAll(async () => {
  description = await getDescription();
});

/** Reading first, and what takes things away last, the smallest first: each finds what it is called on. */
const inOrder = (operations: Operation[]): Operation[] =>
  operations.toSorted((a, b) => rankOf(a) - rankOf(b) || b.path.length - a.path.length);
const rankOf = ({ method, path }: Operation): number => {
  if (method === 'DELETE') return path.startsWith('/api/organizations/') ? 4 : 3;
  return method === 'GET' ? 0 : 1;
};

async function ask(visitor: Visitor, operation: Operation, ids: Furnished, by: string): Promise<number> {
  const address = fill(operation.path, ids) + rightQuery(operation, description.schemas);
  const answer = await visitor.ask(
    operation.method,
    address,
    rightlyAsked(operation, description.schemas, ids),
  );
  await expectAnnounced(operation, answer, by);
  return answer.status;
}

/** Operations of the table, each of which must be there, and every one whose things these are. */
function operationsOf(table: Record<string, string>, params: readonly string[]): Operation[] {
  const concerned = description.operations.filter(
    (operation) =>
      operation.params.some((name) => params.includes(name)) && !operation.path.startsWith('/api/trash'),
  );
  expect(Object.keys(table).sort()).toEqual(concerned.map(named).sort());
  return inOrder(concerned);
}

const TEAM_PARAMS = ['organizationId', 'channelId', 'seriesId', 'tagId', 'webhookId', 'invitationId'];

describe('in a team', () => {
  test.each(ORGANIZATION_ROLES)(
    '%s may do what the role carries, and nothing more',
    { timeout: 60_000 },
    async (role) => {
      const owner = await signUp('Owner');
      const things = await furnish(owner, 'private');
      const [member, other] = [await signUp('Member'), await signUp('Other')];
      for (const visitor of [member, other])
        expect((await visitor.post(`/api/invitations/${things['invitationToken']}`)).status).toBe(200);
      const promoted = await owner.patch(
        `/api/organizations/${things['organizationId']}/members/${member.id}`,
        { role },
      );
      expect(promoted.status).toBe(200);
      for (const operation of operationsOf(TEAM, TEAM_PARAMS)) {
        const least = TEAM[named(operation)] ?? 'OWNER';
        // Handed over to oneself: let through, and nothing changes.
        const isHandedOver = role === 'OWNER' && operation.path.endsWith('/transfer');
        const userId = isHandedOver ? member.id : other.id;
        const status = await ask(member, operation, { ...things, userId }, role);
        const may = ORGANIZATION_ROLES.indexOf(role) <= ORGANIZATION_ROLES.indexOf(least);
        if (may) expect([401, 403, 404], `${named(operation)} by ${role}`).not.toContain(status);
        // What a role does not even see is not there for it.
        else expect([403, 404], `${named(operation)} by ${role}`).toContain(status);
      }
    },
  );
});

describe('on a video shared by a link', () => {
  test.each(['view', 'comment', 'control'] as const)(
    '%s lets do that much, and nothing more',
    { timeout: 60_000 },
    async (role) => {
      const owner = await signUp('Owner');
      const things = await furnish(owner, 'private');
      const made = await owner.post(`/api/videos/${things['id']}/links`, { role });
      const { token } = await made.json<{ token: string }>();
      const holder = await signUp('Holder');
      expect((await holder.post(`/api/links/${token}`)).status).toBe(200);
      for (const operation of operationsOf(VIDEO, ['id', 'shortId'])) {
        const least = VIDEO[named(operation)] ?? 'manage';
        const status = await ask(holder, operation, { seq: '1', ...things }, role);
        const may = ROLES.indexOf(role) >= ROLES.indexOf(least);
        if (may) expect([401, 403], `${named(operation)} by ${role}`).not.toContain(status);
        else expect(status, `${named(operation)} by ${role}`).toBe(403);
      }
    },
  );
});
