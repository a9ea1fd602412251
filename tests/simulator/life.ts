import { DOINGS, ongoing } from './doings.ts';
import { startScreening } from './steered.ts';
import { Viewer } from './viewer.ts';
import type { World } from './world.ts';

const HOUR_MS = 3_600_000;
const ALL_PER_HOUR = DOINGS.reduce((sum, [perHour]) => sum + perHour, 0);
/** What befalls the room itself, in events per hour. */
const EVICTIONS_PER_HOUR = 6;
const KILLS_PER_HOUR = 2;
const OUTAGES_PER_HOUR = 2;
const HICCUPS_PER_HOUR = 12;

/** Lets people live in a room until `untilMs`. */
export function populate(world: World, untilMs: number): Viewer[] {
  const { timeline, chance } = world;
  const count = 2 + Math.floor(chance.next() * chance.next() * 5);
  const viewers = Array.from({ length: count }, (_, index) => new Viewer(world, `Viewer ${index + 1}`));
  const every = (meanMs: number, run: () => void): void => {
    timeline.after(chance.gap(meanMs), null, () => {
      if (timeline.nowMs >= untilMs) return;
      run();
      every(meanMs, run);
    });
  };
  for (const [index, viewer] of viewers.entries())
    timeline.after(index === 0 ? 0 : 1000 + chance.gap(5000), null, () => {
      const page = viewer.come(ongoing(world, viewer));
      if (index === 0) startScreening(world, viewer, page);
      every(HOUR_MS / ALL_PER_HOUR, () => doSomething(world, viewer));
    });
  every(HOUR_MS / EVICTIONS_PER_HOUR, () => world.host.isUp && world.host.evict());
  every(HOUR_MS / KILLS_PER_HOUR, () => world.host.isUp && world.host.kill(chance.magnitude(50, 5000)));
  every(HOUR_MS / HICCUPS_PER_HOUR, () => hiccup(world, viewers));
  every(HOUR_MS / OUTAGES_PER_HOUR, () => {
    world.postgres.awayUntilMs = timeline.nowMs + chance.magnitude(500, 120_000);
  });
  return viewers;
}

/** Media come slowly to everybody at about the same time. */
function hiccup(world: World, viewers: readonly Viewer[]): void {
  for (const { page, chance } of viewers)
    if (page)
      world.timeline.after(chance.between(0, 800), page.device, () =>
        page.loop.stall(chance.magnitude(300, 15_000)),
      );
}

function doSomething(world: World, viewer: Viewer): void {
  const { page, chance } = viewer;
  // Nobody does anything on a machine that sleeps.
  if (page === null || page.device.frozenUntilMs > world.timeline.nowMs) return;
  let left = chance.next() * ALL_PER_HOUR;
  const found = DOINGS.find(([perHour]) => (left -= perHour) < 0);
  world.timeline.after(0, page.device, () => found?.[1](world, viewer, page));
}

/** Everything is well again, and everybody comes back. */
export function calm(world: World, viewers: readonly Viewer[]): void {
  world.postgres.awayUntilMs = -Infinity;
  for (const viewer of viewers) {
    const { device, loop } = viewer.come(null);
    world.timeline.after(0, device, () => {
      device.setOnline(true);
      device.show(true);
      loop.lookedAt();
    });
  }
}
