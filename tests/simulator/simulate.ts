import { calm, populate } from './life.ts';
import { measureUntil } from './measure.ts';
import { judge } from './verdict.ts';
import { withVirtualTimers } from './virtual-timers.ts';
import { Measured, type Violation } from './watch.ts';
import { REAL, World, type Seams } from './world.ts';

/** How long one room is lived in, and how long it then has to come to rest. */
export const LIVED_MINUTES = 10;
const CALM_MS = 110_000;
export const ROOM_MINUTES = LIVED_MINUTES + CALM_MS / 60_000;

export interface SimulatedRoom {
  seed: number;
  violations: Violation[];
  traceHash: string;
  events: number;
}

export interface SimulationOptions {
  seed: number;
  seams?: Partial<Seams>;
  measured?: Measured;
  isEveryFrame?: boolean;
}

/** One room's whole life. The same seed lives the same life. */
export async function simulateRoom(options: SimulationOptions): Promise<SimulatedRoom> {
  const { seed, seams, measured = new Measured(), isEveryFrame = false } = options;
  const world = new World({ seed, measured, isEveryFrame, seams: { ...REAL, ...seams } });
  const { timeline, watch, storage } = world;
  await withVirtualTimers(timeline, async () => {
    const opening = world.host.open();
    await timeline.runUntil(timeline.nowMs + 1000);
    await opening;
    const livedUntilMs = timeline.nowMs + LIVED_MINUTES * 60_000;
    const viewers = populate(world, livedUntilMs);
    measureUntil(world, viewers, livedUntilMs + CALM_MS - 2000);
    await timeline.runUntil(livedUntilMs);
    calm(world, viewers);
    await timeline.runUntil(livedUntilMs + CALM_MS);
    judge(world, viewers);
    for (const viewer of viewers) viewer.go(true);
  });
  storage.close();
  return { seed, violations: watch.violations, traceHash: watch.trace.hash, events: timeline.ran };
}
