import { accountLists } from './account-lists.ts';
import type { Cast } from './fill-lists.ts';
import { libraryLists } from './library-lists.ts';
import type { Asking, Listed } from './listed.ts';
import type { Recorder } from './record-statements.ts';
import { roomLists } from './room-lists.ts';

/** Every list there is but those of videos (big-library), for who has the most to see. */
export function everyList(
  { db, accounts, url }: Pick<Recorder, 'db' | 'accounts' | 'url'>,
  cast: Cast,
): Listed[] {
  const viewer = {
    kind: 'registered',
    userId: cast.owner,
    name: 'Owner',
    sessionId: cast.session,
  } as const;
  const asking: Asking = { db, accounts, url, cast, viewer };
  return [...accountLists(asking), ...libraryLists(asking), ...roomLists(asking)];
}
