import { createRoute } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { requireMatch } from '#worker/http/entity-tag.ts';
import { jsonAnswer, jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { forgetSession, forgetSignedCopy, isEndedSession } from './ended-session.ts';
import { endAccount } from './farewell.ts';
import { editOwnAccount, findOwnAccount } from './me.queries.ts';
import { Farewell, Me, MeEdit, tagOfAccount, toMe } from './me.ts';
import { requireProof } from './proof.ts';
import { ANONYMOUS, requireAccount, requireUser } from './viewer.ts';

const getMe = createRoute({
  method: 'get',
  path: '/api/me',
  tags: ['accounts'],
  summary: 'Who you are',
  description:
    'Asked of the database, so that a session that has ended is told at once: then you are anonymous.',
  ...access('anyone', 'account:read'),
  responses: { 200: jsonAnswer('You, also when anonymous.', Me), ...refusals() },
});

const editMe = createRoute({
  method: 'patch',
  path: '/api/me',
  tags: ['accounts'],
  summary: 'Change your name and profile',
  description: 'What is named changes, null empties it. With `If-Match` only the version it was made from.',
  ...access('person', 'account:write'),
  request: { body: jsonBody(MeEdit) },
  responses: {
    200: jsonAnswer('You, as you are called now.', Me),
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND', 'CONFLICT', 'STALE'),
  },
});

const deleteMe = createRoute({
  method: 'delete',
  path: '/api/me',
  tags: ['accounts'],
  summary: 'Delete your account',
  description:
    'For good. Videos and comments stay, without your name; private videos go. Refused to the last owner of a team.',
  ...access('account', 'session'),
  request: { body: jsonBody(Farewell) },
  responses: {
    204: { description: 'Gone, and signed out everywhere.' },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'CONFLICT'),
  },
});

export const meRoutes = createRouter();

meRoutes.openapi(getMe, async (c) => {
  const viewer = c.get('viewer');
  c.header('cache-control', 'no-store');
  if (viewer.kind === 'anonymous') return c.json(toMe(viewer), 200);
  const account = await findOwnAccount(c.get('db'), viewer).catch((error: unknown) => {
    if (isEndedSession(error)) return undefined;
    throw error;
  });
  if (!account) {
    forgetSession(c);
    return c.json(toMe(ANONYMOUS), 200);
  }
  c.header('etag', tagOfAccount(account));
  return c.json(toMe(viewer, account), 200);
});

meRoutes.openapi(editMe, async (c) => {
  const [db, viewer] = [c.get('db'), requireUser(c.get('viewer'))];
  let ifUpdatedAt: Date | undefined;
  if (c.req.header('if-match') !== undefined) {
    const present = await findOwnAccount(db, viewer);
    requireMatch(c, present ? tagOfAccount(present) : '');
    ifUpdatedAt = present?.updatedAt;
  }
  const account = await editOwnAccount(db, viewer, { edit: c.req.valid('json'), ifUpdatedAt });
  forgetSignedCopy(c);
  c.header('etag', tagOfAccount(account));
  return c.json(toMe(viewer, account), 200);
});

meRoutes.openapi(deleteMe, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  await requireProof(c, viewer, c.req.valid('json').password);
  await endAccount(c, viewer);
  forgetSession(c);
  return c.body(null, 204);
});
