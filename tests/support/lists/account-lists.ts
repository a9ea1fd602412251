import { deleteExpired, listOwnSessions } from '#worker/accounts/sessions.queries.ts';
import { AuditQuery } from '#worker/accounts/audit.ts';
import { listOrganizationAudit, listOwnAudit } from '#worker/accounts/audit.queries.ts';
import { readAccount, readOrganization } from '#worker/accounts/export.queries.ts';
import { listBelongings } from '#worker/accounts/farewell.queries.ts';
import { listInvitations } from '#worker/accounts/invitations.queries.ts';
import { findInvitation } from '#worker/accounts/invited.queries.ts';
import { findKeyHolder } from '#worker/accounts/key-holder.queries.ts';
import { findKey, listKeys } from '#worker/accounts/keys.queries.ts';
import { listRoomsLost } from '#worker/accounts/lost-rooms.queries.ts';
import { findOwnAccount } from '#worker/accounts/me.queries.ts';
import { listMembers } from '#worker/accounts/members.queries.ts';
import { listVideosToEnd, purgeOrganizations } from '#worker/accounts/organization-end.queries.ts';
import { listOrganizations } from '#worker/accounts/organizations.queries.ts';
import { findPending, findPendingSignUp, findPersonByEmail } from '#worker/accounts/pending.queries.ts';
import { findCredentials } from '#worker/accounts/proof.queries.ts';
import { serviceActor } from '#worker/db/actor.ts';
import { purgeIdempotencyKeys } from '#worker/http/idempotency.queries.ts';
import {
  all,
  EXPORTED,
  HASH,
  list,
  one,
  OWN_FEW,
  RARE,
  WHOLE_TEAM,
  type Asking,
  type Listed,
} from './listed.ts';

const MEMBERS_COUNTED = { touched: 6000, why: 'how many are in each is counted, from an index alone' };
const signUp = serviceActor('service:cron');

export function accountLists({ cast, db, accounts, url, viewer }: Asking): Listed[] {
  const { organization } = cast;
  const membership = { organizationId: organization, userId: cast.owner };
  const audit = (what: string, query: object): Listed[] => [
    list(
      listOrganizationAudit,
      `an organization’s audit log${what}`,
      what.includes(', of') || what.includes('person') ? OWN_FEW : {},
      (asked) => listOrganizationAudit(db, viewer, organization, { ...AuditQuery.parse(query), ...asked }),
    ),
    list(listOwnAudit, `one’s own audit log${what}`, OWN_FEW, (asked) =>
      listOwnAudit(db, viewer, { ...AuditQuery.parse(query), ...asked }),
    ),
  ];
  const env = { DATABASE_URL: url };
  return [
    list(listOrganizations, 'my organizations', MEMBERS_COUNTED, (asked) =>
      listOrganizations(db, viewer, asked),
    ),
    list(listMembers, 'members', {}, (asked) => listMembers(db, viewer, organization, asked)),
    list(listMembers, 'members called so', { ...WHOLE_TEAM, scans: ['users'] }, (asked) =>
      listMembers(db, viewer, organization, { ...asked, q: 'abc' }),
    ),
    list(listMembers, 'members of a role', WHOLE_TEAM, (asked) =>
      listMembers(db, viewer, organization, { ...asked, role: 'ADMIN' }),
    ),
    list(listInvitations, 'invitations', {}, (asked) => listInvitations(db, viewer, organization, asked)),
    one(findInvitation, 'an invitation by its token', () => findInvitation(db, viewer, HASH)),
    ...audit('', {}),
    ...audit(', an action', { action: 'member.removed' }),
    ...audit(', a group of actions', { action: 'member' }),
    ...audit(', of an actor', { actor: cast.owner }),
    ...audit(', about a person', { user: cast.owner }),
    ...audit(', about a row', { subject: cast.video }),
    ...audit(', in a time', { since: '2020-01-01T00:00:00Z', until: '2020-02-01T00:00:00Z' }),
    one(listKeys, 'API keys', () => listKeys(db, viewer)),
    one(findKey, 'an API key', () => findKey(db, viewer, cast.key)),
    one(findKeyHolder, 'a key’s holder by its hash', () => findKeyHolder(db, HASH)),
    one(listOwnSessions, 'sessions', () => listOwnSessions(db, viewer)),
    one(listBelongings, 'what ends with an account', () => listBelongings(db, viewer.userId, 2000), {
      touched: 40_000,
      sorted: 10_000,
      scans: ['room_watermarks', 'videos'],
      why: 'all of somebody’s videos and links, once',
    }),
    one(findOwnAccount, 'one’s own account, by a session', () => findOwnAccount(db, viewer)),
    one(findCredentials, 'credentials', () => findCredentials(accounts, viewer)),
    one(findPending, 'a pending change', () => findPending(accounts, signUp, cast.verification)),
    one(findPendingSignUp, 'a pending sign-up', () => findPendingSignUp(accounts, signUp, 'a@lists.test')),
    one(findPersonByEmail, 'a person by address', () => findPersonByEmail(accounts, signUp, 'p1@lists.test')),
    one(
      listRoomsLost,
      'rooms an administrator has lost',
      () => listRoomsLost(db, { ...membership, role: 'ADMIN' }, 200),
      RARE,
    ),
    one(listVideosToEnd, 'videos of a team that is dissolved', () => listVideosToEnd(db, organization, 200), {
      ...RARE,
      scans: ['room_watermarks'],
    }),
    one(deleteExpired, 'hourly: sessions and verifications', () => deleteExpired(accounts, new Date())),
    one(purgeIdempotencyKeys, 'hourly: answers kept for repeats', () => purgeIdempotencyKeys(env)),
    one(purgeOrganizations, 'nightly: organizations', () => purgeOrganizations(env, new Date())),
    one(
      readOrganization,
      'an organization’s export',
      () => all(readOrganization(db, viewer, { organizationId: organization, origin: 'https://o.test' }), 12),
      EXPORTED,
    ),
    one(
      readAccount,
      'an account’s export',
      () => all(readAccount({ db, accounts }, viewer, 'https://o.test'), 12),
      EXPORTED,
    ),
  ];
}
