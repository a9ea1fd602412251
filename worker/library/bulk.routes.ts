import { createRoute } from '@hono/zod-openapi';
import { can } from '#protocol/capability.ts';
import { requireAccount, type SignedInViewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import { access } from '#worker/http/access.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { endVideo, narrowVideo } from '#worker/rooms/end-rights.ts';
import { tendEach } from '#worker/rooms/tend-rooms.ts';
import { isNarrower } from './access.ts';
import { BulkEdit, BulkOutcome, outcomeOf, type BulkChange } from './bulk-change.ts';
import { changeVideos, restoreVideos } from './bulk.queries.ts';

/** Rooms told at once that fewer may come in. */
const ROOMS_AT_ONCE = 25;

const edit = createRoute({
  method: 'post',
  path: '/api/videos/bulk',
  tags: ['videos'],
  summary: 'Change many videos at once',
  description:
    'One change to at most 100 videos: `move` to a channel, `tag`, `share`, `archive`, `delete` or `restore`. Those that ' +
    'can be changed are, in one transaction; of each it is said what became of it. Sending it again changes nothing more.',
  ...access('account', 'videos:write'),
  request: { body: jsonBody(BulkEdit) },
  responses: {
    200: { description: 'What became of each.', content: { 'application/json': { schema: BulkOutcome } } },
    ...refusals('UNAUTHENTICATED'),
  },
});

export const bulkRoutes = createRouter();

bulkRoutes.openapi(edit, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const { ids, change } = c.req.valid('json');
  if (change.kind === 'restore') return c.json(await restore(c.get('db'), viewer, ids, change), 200);
  const { before, changed } = await changeVideos(c.get('db'), viewer, ids, change);
  const was = new Map(before.map((row) => [row.id, row]));
  await tendEach(
    changed,
    async (video) => {
      const { visibility } = was.get(video.id) ?? video;
      if (change.kind === 'delete') await endVideo(c, video, video.sharingChangedAt);
      else if (isNarrower(visibility, video.visibility)) await narrowVideo(c, video);
    },
    ROOMS_AT_ONCE,
  );
  const done = new Set(changed.map(({ id }) => id));
  const outcomes = ids.map((id) => {
    const row = was.get(id);
    const isManaged = row !== undefined && can(row.role, 'video.edit');
    return outcomeOf(change, { id, isDone: done.has(id), isThere: row !== undefined, isManaged });
  });
  return c.json({ outcomes }, 200);
});

async function restore(
  db: Database,
  viewer: SignedInViewer,
  ids: readonly string[],
  change: BulkChange,
): Promise<BulkOutcome> {
  const restored = new Set(await restoreVideos(db, viewer, ids));
  const unseen = { isThere: false, isManaged: false };
  return { outcomes: ids.map((id) => outcomeOf(change, { id, isDone: restored.has(id), ...unseen })) };
}
