import { z } from 'zod';
import type { RoomEnv } from '#rooms/env.ts';

/** Hears for which organization's webhooks a batch has written messages. */
export type OnTold = (organizationId: string) => void;

/** Asked at the end of a batch, in its transaction: triggers have noted it. */
export const WHO_IS_TOLD = {
  text: "select current_setting('app.told_webhooks', true) as told",
  parameters: [],
};

/** What the last statement of a batch answers. */
export function toldIn(answers: Record<string, unknown>[][]): string[] {
  const told = z.string().nullish().parse(answers.at(-1)?.[0]?.['told']);
  return told ? told.split(',') : [];
}

/** Wakes the organization's sender. A nudge that is lost is made up for by the hour. */
export const nudgeOver =
  ({ WEBHOOKS }: RoomEnv): OnTold =>
  (id) =>
    void WEBHOOKS.getByName(id)
      .nudge(id)
      .catch(() => {});
