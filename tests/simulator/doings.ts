import type { UpOp } from '#protocol/up.ts';
import type { Page } from './page.ts';
import type { Viewer } from './viewer.ts';
import type { World } from './world.ts';

type Doing = (world: World, viewer: Viewer, page: Page) => void;

const perform = (world: World, page: Page, op: { t: UpOp['t'] } & Record<string, unknown>): void =>
  page.perform({ id: world.newId(), ...op } as UpOp);

const ownComment = (viewer: Viewer, page: Page): string | undefined =>
  viewer.chance.pick(
    [...page.room.getState().comments.values()].filter((one) => one.authorId === viewer.userId),
  )?.id;

const somewhere = (world: World, viewer: Viewer): number =>
  Math.round(viewer.chance.between(0, world.durationSeconds * 0.9) * 1000) / 1000;

const steer = (world: World, page: Page, op: { t: UpOp['t'] } & Record<string, unknown>): void => {
  if (page.room.getState().screening) perform(world, page, op);
};

/** What people do and what befalls them; the number is how often, in events per viewer and hour. */
export const DOINGS: readonly (readonly [perHour: number, doing: Doing])[] = [
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
    10,
    (world, viewer, page) => {
      const comment = viewer.chance.pick([null, ...page.room.getState().comments.keys()]) ?? null;
      perform(world, page, { t: 'like.set', commentId: comment, isLiked: viewer.chance.isHit(0.6) });
    },
  ],
  [
    4,
    (world, viewer, page) =>
      steer(world, page, { t: 'playback.pause', positionSeconds: somewhere(world, viewer) }),
  ],
  [8, (world, _, page) => steer(world, page, { t: 'playback.play' })],
  [
    4,
    (world, viewer, page) =>
      steer(world, page, { t: 'playback.seek', positionSeconds: somewhere(world, viewer) }),
  ],
  [
    1,
    (world, viewer, page) =>
      steer(world, page, { t: 'playback.rate', rate: viewer.chance.pick([0.5, 1, 1, 1.5, 2]) ?? 1 }),
  ],
  [
    6,
    (world, viewer, page) => {
      const { screening, screenings } = page.room.getState();
      if (screening) return perform(world, page, { t: 'screening.leave' });
      const screeningId = viewer.chance.pick([...screenings.keys()]);
      if (screeningId) return perform(world, page, { t: 'screening.join', screeningId });
      startScreening(world, viewer, page);
    },
  ],
  [1, (world, viewer, page) => startScreening(world, viewer, page)],
  [
    1,
    (world, _, page) => {
      const screeningId = page.room.getState().screening?.id;
      if (screeningId) perform(world, page, { t: 'screening.end', screeningId });
    },
  ],
  [6, (_, { chance }, page) => page.cut(chance.pick([0, 50, Infinity]) ?? 0, chance.magnitude(50, 20_000))],
  [2, (world, viewer, page) => goOffline(world, page, viewer.chance.magnitude(500, 60_000), viewer)],
  [8, (_, viewer, page) => page.loop.stall(viewer.chance.magnitude(100, 2000))],
  [4, (world, viewer, page) => hide(world, page, viewer.chance.magnitude(1000, 60_000))],
  [2, (_, viewer, page) => shutLid(viewer, page)],
  [1, (_, viewer, page) => page.device.setWallClock(viewer.chance.between(-60_000, 60_000))],
  [4, (world, viewer) => leaveForAWhile(world, viewer)],
];

export function startScreening(world: World, viewer: Viewer, page: Page): void {
  const isPlaying = viewer.chance.isHit(0.8);
  perform(world, page, {
    t: 'screening.start',
    positionSeconds: somewhere(world, viewer) / 2,
    isPlaying,
    controlMode: 'anyone',
    stallPolicy: 'go_on',
  });
}

/** The link breaks while words, or the answer to them, are under way: they are sent again. */
function saysAndIsCutOff(world: World, { chance }: Viewer, page: Page): void {
  perform(world, page, { t: 'comment.post', content: 'Did you get that?' });
  world.timeline.after(chance.magnitude(5, 400), page.device, () => page.cut(50, chance.between(50, 5000)));
}

function goOffline(world: World, page: Page, forMs: number, { chance }: Viewer): void {
  page.device.setOnline(false);
  page.cut(chance.pick([100, Infinity]) ?? 100, chance.between(1000, 20_000));
  world.timeline.after(forMs, page.device, () => page.device.setOnline(true));
}

function hide(world: World, page: Page, forMs: number): void {
  page.device.show(false);
  world.timeline.after(forMs, page.device, () => {
    page.device.show(true);
    page.loop.lookedAt();
  });
}

/** Asleep nothing runs and nothing moves; the room may have given the link up by then. */
function shutLid({ chance }: Viewer, page: Page): void {
  const forMs = chance.magnitude(2000, 60_000);
  if (forMs > 30_000) page.cut(forMs + 100, 30_000);
  page.loop.stall(forMs);
  page.device.sleep(forMs, chance.isHit(0.5));
}

function leaveForAWhile(world: World, viewer: Viewer): void {
  viewer.go(viewer.chance.isHit(0.5));
  world.timeline.after(viewer.chance.magnitude(200, 60_000), null, () => {
    viewer.come(ongoing(world, viewer));
  });
}

/** The link somebody follows back in; null is solo. */
export const ongoing = (world: World, { chance }: Viewer): string | null => {
  const open = world.storage.exec('SELECT id FROM screenings WHERE ended = 0').toArray();
  return chance.isHit(0.8) ? ((chance.pick(open)?.['id'] as string | undefined) ?? null) : null;
};
