import type { ControlMode } from '#protocol/screening.ts';
import type { Doing } from './doings.ts';
import { perform, steer } from './perform.ts';
import type { Page } from './page.ts';
import type { Viewer } from './viewer.ts';
import type { World } from './world.ts';

const MODES: readonly ControlMode[] = ['anyone', 'anyone', 'presenter', 'ask', 'ask'];

const somewhere = (world: World, viewer: Viewer): number =>
  Math.round(viewer.chance.between(0, world.durationSeconds * 0.9) * 1000) / 1000;

const atSomePlace = (t: 'playback.pause' | 'playback.seek'): Doing => {
  return (world, viewer, page) => steer(world, page, { t, positionSeconds: somewhere(world, viewer) });
};

/** What people do with screenings, in events per viewer and hour. */
export const STEERED: readonly (readonly [perHour: number, doing: Doing])[] = [
  [4, atSomePlace('playback.pause')],
  [8, (world, _, page) => steer(world, page, { t: 'playback.play' })],
  [4, atSomePlace('playback.seek')],
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
  [1, (world, _, page) => ofOwn(world, page, (screeningId) => ({ t: 'screening.end', screeningId }))],
  [3, (world, { chance }, page) => steer(world, page, { t: 'control.request', isAsking: chance.isHit(0.8) })],
  [4, grant],
  [
    2,
    (world, { chance }, page) =>
      ofOwn(world, page, (screeningId) => ({
        t: 'screening.set',
        screeningId,
        ...(chance.isHit(0.5) ? { controlMode: chance.pick(MODES) } : { stallPolicy: stallPolicy(chance) }),
      })),
  ],
  [
    2,
    (world, { chance }, page) => {
      const connectionId = chance.pick(membersOf(page));
      if (connectionId)
        ofOwn(world, page, (screeningId) => ({ t: 'screening.handover', screeningId, connectionId }));
    },
  ],
  [6, pointAndDraw],
];

const stallPolicy = (chance: Viewer['chance']): string => (chance.isHit(0.5) ? 'wait' : 'go_on');

const ofOwn = (
  world: World,
  page: Page,
  opFor: (screeningId: string) => Parameters<typeof perform>[2],
): void => {
  const screeningId = page.room.getState().screening?.id;
  if (screeningId) perform(world, page, opFor(screeningId));
};

const membersOf = (page: Page): string[] => {
  const { screening, presence } = page.room.getState();
  return [...presence.people.values()]
    .filter((one) => one.screeningId !== null && one.screeningId === screening?.id)
    .map((one) => one.connectionId);
};

/** Whoever asks is let, or declined; who was let, no longer. Who may not is refused. */
function grant(...[world, { chance }, page]: Parameters<Doing>): void {
  const { control } = page.room.getState().screening ?? {};
  const asking = chance.pick(control?.asking ?? []);
  const one = asking ?? chance.pick(control?.granted ?? []);
  const isGranted = asking !== undefined && chance.isHit(0.8);
  if (one) steer(world, page, { t: 'control.grant', connectionId: one.connectionId, isGranted });
}

/** Some strokes over a few seconds, and the pointer with them. */
function pointAndDraw(...[world, { chance }, page]: Parameters<Doing>): void {
  for (let index = 0; index < 6; index += 1)
    world.timeline.after(index * chance.between(50, 400), page.device, () => {
      if (!page.room.getState().screening) return;
      const [x, y] = [chance.next(), chance.next()];
      page.room.point(index === 5 ? null : { x, y });
      if (index < 4) page.room.addInk({ strokeId: 's', color: 'red', points: [x, y] });
      if (index === 5) page.room.clearInk();
    });
}

export function startScreening(world: World, viewer: Viewer, page: Page): void {
  const { chance } = viewer;
  perform(world, page, {
    t: 'screening.start',
    positionSeconds: somewhere(world, viewer) / 2,
    isPlaying: chance.isHit(0.8),
    controlMode: chance.pick(MODES),
    stallPolicy: stallPolicy(chance),
  });
}
