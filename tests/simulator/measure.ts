import { timeAtMs } from '#client/room/playback-position.ts';
import { isHeld } from '#client/room/hold.ts';
import { frameAt } from '#client/player/frames.ts';
import type { OffsetSample } from '#client/room/offset-window.ts';
import type { Playback } from '#protocol/playback.ts';
import type { Page } from './page.ts';
import type { Viewer } from './viewer.ts';
import type { World } from './world.ts';

/** One frame at 30 per second. */
export const FRAME_MS = 1000 / 30;
const EVERY_MS = 1000;
/** From hearing of a wait to standing where it says: a pause and a seek. */
const STANDS_AFTER_MS = 1500;
/** A start is called for by as much sooner as it takes, on a clock that may be wrong. */
const ABOUT_TO_START_MS = 600;

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
  const clockErrorMs = page.loop.steadiness.clockErrorMs();
  if (clockErrorMs === null) return;
  world.watch.measured.clock.add(clockErrorMs);
  checkWaiting(world, page, screening.playback);
  if (!page.loop.steadiness.isSettled) return;
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

/** Whoever waits for somebody stands where all are to go on, or a frame away. */
function checkWaiting(world: World, { loop, element }: Page, playback: Playback): void {
  const { nowMs } = world.timeline;
  const leftMs = playback.atServerMs - nowMs;
  if (!isHeld(playback, nowMs) || loop.steadiness.calmForMs < STANDS_AFTER_MS || leftMs < ABOUT_TO_START_MS)
    return;
  const { isPaused, positionSeconds } = element.facts();
  const awaySeconds = Math.abs(positionSeconds - playback.positionSeconds);
  if (!isPaused || awaySeconds > Math.max(1, playback.rate) / world.fps + 0.005)
    world.watch.note(
      'who waits stands still',
      `${isPaused ? 'paused' : 'playing'} ${awaySeconds.toFixed(3)} s away, ${leftMs.toFixed(0)} ms to go`,
    );
}

/** A picture against its screening, positive ahead, in true time. */
const presentedOffsetMs = (playback: Playback, shown: OffsetSample): number =>
  timeAtMs(playback, shown.mediaSeconds) - shown.atMs;
