import type { Page } from './page.ts';
import { SAID } from './said.ts';
import { STEERED } from './steered.ts';
import type { Viewer } from './viewer.ts';
import type { World } from './world.ts';

export type Doing = (world: World, viewer: Viewer, page: Page) => void;

/** What befalls people's machines and links, and how they come and go; in events per viewer and hour. */
const BEFALLEN: readonly (readonly [perHour: number, doing: Doing])[] = [
  [6, (_, { chance }, page) => page.cut(chance.pick([0, 50, Infinity]) ?? 0, chance.magnitude(50, 20_000))],
  [2, (world, viewer, page) => goOffline(world, page, viewer.chance.magnitude(500, 60_000), viewer)],
  [8, (_, viewer, page) => page.loop.stall(viewer.chance.magnitude(100, 2000))],
  // Longer than anybody waits.
  [2, (_, viewer, page) => page.loop.stall(viewer.chance.magnitude(2000, 20_000))],
  [4, (world, viewer, page) => hide(world, page, viewer.chance.magnitude(1000, 60_000))],
  [2, (_, viewer, page) => shutLid(viewer, page)],
  [1, (_, viewer, page) => page.device.setWallClock(viewer.chance.between(-60_000, 60_000))],
  [4, (world, viewer) => leaveForAWhile(world, viewer)],
];

/** What people do and what befalls them, and how often. */
export const DOINGS = [...SAID, ...STEERED, ...BEFALLEN];

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
