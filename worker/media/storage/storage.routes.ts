import { createRoute, z } from '@hono/zod-openapi';
import { OrganizationParam } from '#worker/accounts/organization-ref.ts';
import { access } from '#worker/http/access.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { standardLimitOf, storageView } from './storage-limit.ts';
import { getStoredBytes } from './storage.queries.ts';

const Bytes = z.int().min(0);

const Storage = z
  .object({
    usedBytes: Bytes.openapi({ description: 'All of the following together.' }),
    videoBytes: Bytes.openapi({ description: 'Files of videos.' }),
    assetBytes: Bytes.openapi({
      description: 'Its members’ assets; what was taken from the market does not count.',
    }),
    trashBytes: Bytes.openapi({ description: 'Of both, what lies in the trash until it is purged.' }),
    awaitedBytes: Bytes.openapi({ description: 'Whole lengths of uploads under way.' }),
    limitBytes: Bytes.nullable().openapi({
      description: 'How much there may be; null: as much as you like.',
    }),
  })
  .openapi('OrganizationStorage');

const show = createRoute({
  method: 'get',
  path: '/api/organizations/{organizationId}/storage',
  tags: ['accounts'],
  summary: 'What an organization has stored',
  description:
    'For its members. An upload that would go beyond the limit is refused as TOO_LARGE, of the problem type ' +
    '`urn:lockstep:problem:storage-full`. Pictures made of videos do not count.',
  ...access('person', 'organizations:read'),
  request: { params: OrganizationParam },
  responses: {
    200: { description: 'What is used, of how much.', content: { 'application/json': { schema: Storage } } },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

export const storageRoutes = createRouter();

storageRoutes.openapi(show, async (c) => {
  const stored = await getStoredBytes(c.get('db'), c.get('viewer'), c.req.valid('param').organizationId);
  return c.json(storageView(stored, standardLimitOf(c.env)), 200);
});
