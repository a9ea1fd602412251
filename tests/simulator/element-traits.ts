import type { Chance } from './chance.ts';

/** How a media element behaves, within what was measured of browsers; times in milliseconds. */
export interface ElementTraits {
  fps: number;
  durationSeconds: number;
  startMs: number;
  seekMs: number;
  spreadMs: number;
  rateMs: number;
  driftPpm: number;
  refreshMs: number;
  /** How late the page hears of a frame. */
  hearMs: number;
}

export const someTraits = (
  chance: Chance,
  video: Pick<ElementTraits, 'fps' | 'durationSeconds'>,
): ElementTraits => ({
  ...video,
  startMs: chance.between(10, 200),
  seekMs: chance.between(30, 450),
  spreadMs: chance.between(0, 30),
  rateMs: chance.between(0, 60),
  driftPpm: chance.between(-100, 100),
  refreshMs: 1000 / (chance.pick([50, 60, 60, 120]) ?? 60),
  hearMs: chance.between(1, 20),
});
