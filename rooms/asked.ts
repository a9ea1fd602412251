import type { Refuse } from '#protocol/ack.ts';
import { refuseOf } from './commit.ts';

/** An answer by RPC, where an error would lose its code on the way. */
export type Asked<T> = { ok: true; value: T } | { ok: false; refusal: Refuse };

export async function askedFor<T>(find: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { ok: true, value: await find() };
  } catch (error) {
    return { ok: false, refusal: refuseOf(null, error) };
  }
}
