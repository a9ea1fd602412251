import { createDatabase } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import { forSure, type Asking } from './for-sure.ts';
import { revokeInRoom } from './room-gateway.ts';
import { deleteOldSeats, forgetSeats, listEndedSeats, type EndedSeat } from './seats.queries.ts';
import { dayBefore, tendEach } from './tend-rooms.ts';

/** Of one person, and in one run. */
const SEATS_AT_MOST = 1_000;
/** Rooms told at once. */
const AT_ONCE = 25;

const SIGNED_OUT = 'You have been signed out.';
export const KEY_REVOKED = 'This API key opens nothing any more.';

/**
 * What every change calls that ends sessions or keys of somebody, once the database has it (R66). Which they are the
 * database has noted by triggers, whatever has ended them; what cannot be reached is told again behind the answer, and
 * then by the hour. Media that was given out rests on rights, which stay.
 */
export const endSeats = (c: Asking, userId: string, why = SIGNED_OUT): Promise<void> =>
  forSure(
    c,
    async () => {
      const { unreachable } = await tellRooms(c.env, userId, why);
      if (unreachable > 0) throw new Error(`${unreachable} rooms could not be reached.`);
    },
    { userId },
  );

/** By the hour: what could not be reached, sessions that expired, accounts that were deactivated; and what is over (R67). */
export async function tendSeats(env: Env, now: Date) {
  const told = await tellRooms(env, null, SIGNED_OUT);
  const forgotten = await deleteOldSeats(createDatabase(env.DATABASE_URL), dayBefore(now));
  return { ...told, forgotten };
}

async function tellRooms(env: Env, userId: string | null, why: string) {
  const db = createDatabase(env.DATABASE_URL);
  const rooms = Map.groupBy(await listEndedSeats(db, userId, SEATS_AT_MOST), ({ videoId }) => videoId);
  const told: EndedSeat[] = [];
  let sockets = 0;
  const tell = async ([videoId, seats]: [string, EndedSeat[]]): Promise<void> => {
    const credentialIds = seats.map(({ credentialId }) => credentialId);
    const closed = await revokeInRoom(env, videoId, { credentialIds }, why);
    sockets += closed;
    told.push(...seats);
  };
  const unreachable = await tendEach([...rooms], tell, AT_ONCE);
  if (told.length > 0)
    await forgetSeats(
      db,
      told.map(({ id }) => id),
    );
  return { seats: told.length, sockets, unreachable };
}
