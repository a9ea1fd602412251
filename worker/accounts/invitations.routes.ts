import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { json } from '#worker/http/json-content.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { clientAddressOf, takeOne } from '#worker/http/rate-limit.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { postMail } from '#worker/mail/post-mail.ts';
import { invitationMail } from './invitation-mail.ts';
import {
  expiryOf,
  Invitation,
  InvitationDraft,
  InvitationParam,
  NewInvitation,
  Renewal,
  toInvitationView,
} from './invitation.ts';
import {
  insertInvitation,
  listInvitations,
  renewInvitation,
  revokeInvitation,
  type InvitationRow,
} from './invitations.queries.ts';
import { getOrganizationFor, type OrganizationRow } from './organization-access.queries.ts';
import { OrganizationParam } from './organization-ref.ts';
import { mayManageRole } from './organization-role.ts';
import { makeSecret, sha256Hex } from './secret-token.ts';
import { requireAccount, requireUser, type SignedInViewer } from './viewer.ts';

const path = '/api/organizations/{organizationId}/invitations';
const tags = ['accounts'];
const failures = refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND');
/** Mails to strangers in one person's name. */
const INVITING = { name: 'invitations', burst: 60, perMinute: 10 };

const make = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Invite somebody',
  description:
    'By mail, or without an address by a link. For administrators; owners are invited by owners. Asking again for an ' +
    'address renews what is open.',
  ...access('account', 'organizations:write'),
  request: { params: OrganizationParam, body: { required: true, content: json(InvitationDraft) } },
  responses: { 201: { description: 'Made.', content: json(NewInvitation) }, ...failures },
});

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Invitations of an organization',
  description: 'For its administrators: newest first, those too that are used up or taken back.',
  ...access('person', 'organizations:read'),
  request: { params: OrganizationParam, query: PageQuery },
  responses: { 200: { description: 'A page of them.', content: json(pageOf(Invitation)) }, ...failures },
});

const renew = createRoute({
  method: 'post',
  path: `${path}/{invitationId}/renewal`,
  tags,
  summary: 'Renew an invitation',
  description:
    'It gets another token, and is mailed again where it was mailed. The one before opens nothing.',
  ...access('account', 'organizations:write'),
  request: { params: InvitationParam, body: { required: true, content: json(Renewal) } },
  responses: {
    200: { description: 'Renewed.', content: json(NewInvitation) },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
  },
});

const revoke = createRoute({
  method: 'delete',
  path: `${path}/{invitationId}`,
  tags,
  summary: 'Take an invitation back',
  ...access('person', 'organizations:write'),
  request: { params: InvitationParam },
  responses: { 204: { description: 'It lets nobody in any more.' }, ...failures },
});

export const invitationRoutes = createRouter();

invitationRoutes.openapi(make, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const ref = c.req.valid('param').organizationId;
  const { email = null, role, maxUses, expiresInDays } = c.req.valid('json');
  if (role === 'OWNER') {
    const { role: mine } = await getOrganizationFor(c.get('db'), viewer, ref, 'members.invite');
    if (!mayManageRole(mine, role)) throw new AppError('FORBIDDEN', 'Only owners invite owners.');
  }
  countOne(c, viewer);
  const token = makeSecret();
  const { organization, row } = await insertInvitation(c.get('db'), viewer, ref, {
    email,
    role,
    maxUses: email === null ? maxUses : 1,
    tokenHash: await sha256Hex(token),
    expiresAt: expiryOf(expiresInDays, Date.now()),
  });
  if (!row) throw noSuchInvitation();
  return c.json(handOut(c, viewer, { organization, row, token }), 201);
});

invitationRoutes.openapi(list, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const ref = c.req.valid('param').organizationId;
  const page = await listInvitations(c.get('db'), viewer, ref, c.req.valid('query'));
  linkPages(c, page);
  return c.json({ ...page, items: page.items.map(toInvitationView) }, 200);
});

invitationRoutes.openapi(renew, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const { organizationId: ref, invitationId } = c.req.valid('param');
  countOne(c, viewer);
  const token = makeSecret();
  const { organization, row, isRenewed } = await renewInvitation(
    c.get('db'),
    viewer,
    { ref, invitationId },
    {
      tokenHash: await sha256Hex(token),
      expiresAt: expiryOf(c.req.valid('json').expiresInDays, Date.now()),
    },
  );
  if (!row) throw noSuchInvitation();
  if (!isRenewed) throw new AppError('CONFLICT', 'It is used up, or was taken back. Invite anew.');
  return c.json(handOut(c, viewer, { organization, row, token }), 200);
});

invitationRoutes.openapi(revoke, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { organizationId: ref, invitationId } = c.req.valid('param');
  if (!(await revokeInvitation(c.get('db'), viewer, { ref, invitationId }))) throw noSuchInvitation();
  return c.body(null, 204);
});

function countOne(c: Context<AppEnv>, viewer: SignedInViewer): void {
  if (clientAddressOf(c) !== undefined) takeOne(c, INVITING, viewer.userId);
}

/** Mails it where it has an address; the answer is the only place its token stands in. */
function handOut(
  c: Context<AppEnv>,
  viewer: SignedInViewer,
  { organization, row, token }: { organization: OrganizationRow; row: InvitationRow; token: string },
) {
  const url = new URL(`/invite/${token}`, publicOriginOf(c)).href;
  const { role, expiresAt } = row;
  const says = { inviter: viewer.name, organization: organization.name, role, url, expiresAt };
  if (row.email !== null) postMail(c, invitationMail(row.email, says));
  c.header('cache-control', 'no-store');
  return { ...toInvitationView(row), token, url };
}

const noSuchInvitation = (): AppError => new AppError('NOT_FOUND', 'There is no such invitation.');
