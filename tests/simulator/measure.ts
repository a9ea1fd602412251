import { timeAtMs } from '#client/room/playback-position.ts';
import { frameAt } from '#client/player/frames.ts';
import type { OffsetSample } from '#client/room/offset-window.ts';
import type { Playback } from '#protocol/playback.ts';
import type { Viewer } from './viewer.ts';
import type { World } from './world.ts';

/** One frame at 30 per second. */
export const FRAME_MS = 1000 / 30;
const EVERY_MS = 1000;
/** What a whole-millisecond stamp and the drift between two looks may add to a clock's stated error. */
const CLOCK_SLACK_MS = 0.5;

/** Looks at every screen once a second until `untilMs`. */
export function measureUntil(world: World, viewers: readonly Viewer[], untilMs: number): void {
  const { timeline } = world;
  const look = (): void => {
    measure(world, viewers);
    if (timeline.nowMs < untilMs) timeline.after(EVERY_MS, null, look, true);
  };
  timeline.after(EVERY_MS, null, look, true);
}

function measure(world: World, viewers: readonly Viewer[]): void {
  const together = new Map<string, number[]>();
  for (const viewer of viewers) {
    const offset = offsetOf(world, viewer);
    if (!offset) continue;
    const others = together.get(offset.screeningId) ?? [];
    for (const other of others) world.watch.measured.skew.add(offset.trueMs - other);
    together.set(offset.screeningId, [...others, offset.trueMs]);
  }
}

/** A settled viewer's distance from the screening; undefined for who is not, or has nothing moving to show. */
function offsetOf(world: World, { page }: Viewer): { screeningId: string; trueMs: number } | undefined {
  if (page === null || !page.device.isVisible || page.device.frozenUntilMs > world.timeline.nowMs) return;
  const { screening } = page.room.getState();
  if (screening === null) return;
  const { nowMs } = world.timeline;
  page.element.advance(nowMs);
  if (page.element.isBuffering) page.loop.steadiness.disturb();
  const clockErrorMs = checkClock(world, page.room.clock.getEstimate(), page.loop.steadiness.clockErrorMs());
  if (clockErrorMs === null || !page.loop.steadiness.isSettled) return;
  const { playback } = screening;
  const { shown, traits } = page.element;
  if (!playback.isPlaying)
    return void checkStill(world, playback.positionSeconds, shown.mediaSeconds, traits);
  const here = playback.positionSeconds + ((nowMs - playback.atServerMs) / 1000) * playback.rate;
  if (here > traits.durationSeconds - 2) return;
  const trueMs = presentedOffsetMs(playback, shown);
  const ownMs = trueMs - clockErrorMs;
  if (page.loop.wakeIfSlipped(ownMs)) return;
  world.watch.measured.offset.add(ownMs);
  if (Math.abs(ownMs) >= FRAME_MS)
    world.watch.note(
      'on the frame within 3 s',
      `${page.room.getState().you?.name} is ${ownMs.toFixed(1)} ms off`,
    );
  return { screeningId: screening.id, trueMs };
}

function checkClock(
  world: World,
  estimate: { errorMs: number } | null,
  errorMs: number | null,
): number | null {
  if (estimate === null || errorMs === null) return null;
  world.watch.measured.clock.add(errorMs);
  if (Math.abs(errorMs) > estimate.errorMs + CLOCK_SLACK_MS)
    world.watch.note(
      'the clock knows its error',
      `${errorMs.toFixed(1)} ms, said ${estimate.errorMs.toFixed(1)} ms`,
    );
  return errorMs;
}

function checkStill(
  world: World,
  positionSeconds: number,
  shownSeconds: number,
  traits: { fps: number; durationSeconds: number },
): void {
  const rate = { num: traits.fps, den: 1 };
  const wanted = frameAt(Math.min(positionSeconds, traits.durationSeconds - 0.5 / traits.fps), rate);
  const isThere = frameAt(shownSeconds + 0.25 / traits.fps, rate) === wanted;
  if (!isThere)
    world.watch.note('a pause is one frame', `${shownSeconds.toFixed(3)} s for ${positionSeconds} s`);
}

/** A picture against its screening, positive ahead, in true time. */
const presentedOffsetMs = (playback: Playback, shown: OffsetSample): number =>
  timeAtMs(playback, shown.mediaSeconds) - shown.atMs;
