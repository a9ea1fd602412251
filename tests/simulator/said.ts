import { EMOJIS } from '#protocol/emojis.ts';
import type { Doing } from './doings.ts';
import { perform } from './perform.ts';
import type { Page } from './page.ts';
import type { Viewer } from './viewer.ts';

const ownComment = (viewer: Viewer, page: Page): string | undefined =>
  viewer.chance.pick(
    [...page.room.getState().comments.values()].filter((one) => one.authorId === viewer.userId),
  )?.id;

/** What people say of a video, and how they take it; how often, in events per viewer and hour. */
export const SAID: readonly (readonly [perHour: number, doing: Doing])[] = [
  [12, saysAndIsCutOff],
  [18, (world, _, page) => perform(world, page, { t: 'comment.post', content: 'Look at this frame.' })],
  [
    6,
    (world, viewer, page) => {
      const commentId = ownComment(viewer, page);
      if (commentId)
        perform(world, page, { t: 'comment.edit', commentId, content: `${viewer.chance.next()}` });
    },
  ],
  [
    2,
    (world, viewer, page) => {
      const commentId = ownComment(viewer, page);
      if (commentId) perform(world, page, { t: 'comment.delete', commentId });
    },
  ],
  [
    4,
    (world, { chance }, page) => {
      const commentId = chance.pick([...page.room.getState().comments.keys()]);
      if (commentId) perform(world, page, { t: 'comment.resolve', commentId, isResolved: chance.isHit(0.7) });
    },
  ],
  [
    10,
    (world, { chance }, page) => {
      const commentId = chance.pick([null, ...page.room.getState().comments.keys()]) ?? null;
      perform(world, page, { t: 'like.set', commentId, isLiked: chance.isHit(0.6) });
    },
  ],
  [
    12,
    (world, { chance }, page) => {
      // To few moments, so that several react to the same one.
      const positionSeconds = Math.floor(chance.next() * 20);
      const emoji = chance.pick(EMOJIS.slice(0, 3)) ?? '👍';
      perform(world, page, { t: 'reaction.post', emoji, positionSeconds });
    },
  ],
  [
    6,
    (world, { chance }, page) => {
      const positionSeconds = Math.round(chance.next() * world.durationSeconds * 1000) / 1000;
      perform(world, page, { t: 'progress.set', positionSeconds, isCompleted: chance.isHit(0.2) });
    },
  ],
  [2, (_, { chance }, page) => page.room.setActivity(chance.pick(['watching', 'typing', 'away']) ?? 'away')],
];

/** The link breaks while words, or the answer to them, are under way: they are sent again. */
function saysAndIsCutOff(...[world, { chance }, page]: Parameters<Doing>): void {
  const emoji = chance.pick(EMOJIS.slice(0, 3)) ?? '👍';
  if (chance.isHit(0.3)) perform(world, page, { t: 'reaction.post', emoji, positionSeconds: 7 });
  else perform(world, page, { t: 'comment.post', content: 'Did you get that?' });
  world.timeline.after(chance.magnitude(5, 400), page.device, () => page.cut(50, chance.between(50, 5000)));
}
