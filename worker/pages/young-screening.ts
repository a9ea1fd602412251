import { ShortId } from '#protocol/id.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import { findScreening } from './page.queries.ts';

const LOOKS = 5;
const BETWEEN_LOOKS_MS = 450;

/**
 * A screening by its link. Rooms write through to Postgres within two seconds, and a link may be opened sooner
 * than that: so what is not there is looked for again before it counts as absent.
 */
export async function findYoungScreening(db: Database, viewer: Viewer, shortId: string) {
  if (!ShortId.safeParse(shortId).success) return undefined;
  for (let look = 1; look <= LOOKS; look += 1) {
    const screening = await findScreening(db, viewer, shortId);
    if (screening || look === LOOKS) return screening;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  return undefined;
}
