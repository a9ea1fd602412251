import type { UpOp } from '#protocol/up.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

type NewOp = { t: UpOp['t'] } & Record<string, unknown>;

/** Has the page do it, under an id of its own. */
export const perform = (world: World, page: Page, op: NewOp): void =>
  page.perform({ id: world.newId(), ...op } as UpOp);

/** Only of use to who is in a screening. */
export const steer = (world: World, page: Page, op: NewOp): void => {
  if (page.room.getState().screening) perform(world, page, op);
};
