import type { Clock } from './clock.ts';
import type { ConnectionOptions, Link } from './link.ts';
import type { JoinRoom } from './join.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { Surroundings } from './surroundings.ts';

const load = () => import('./live-parts.ts');
type LiveParts = Awaited<ReturnType<typeof load>>;

let parts: Promise<LiveParts> | undefined;

/** Fetched once for all rooms of a page; asked for again where it could not be fetched. */
function liveParts(): Promise<LiveParts> {
  parts ??= load().catch((error: unknown) => {
    parts = undefined;
    throw error;
  });
  return parts;
}

const NOT_FETCHED =
  'A part of this page could not be fetched. What you have written stays here. Reload the page.';

/** A connection whose code comes later: until then it is not open, and nothing is sent by it. */
export function createLazyLink(options: ConnectionOptions): Link {
  let link: Link | undefined;
  let isWanted = false;
  async function open(): Promise<void> {
    isWanted = true;
    try {
      const { Connection } = await liveParts();
      link ??= new Connection(options);
      if (isWanted) link.open();
    } catch {
      if (isWanted) options.onState({ status: 'closed', code: null, message: NOT_FETCHED });
    }
  }
  return {
    open: () => void open(),
    close() {
      isWanted = false;
      link?.close();
    },
    reopen: () => (link ? link.reopen() : void open()),
    send: (text) => link?.send(text) ?? false,
  };
}

/** A clock that knows nothing before its code is here; whoever wants it until then has it started then. */
export function createLazyClock(options: { fetcher: typeof fetch; surroundings: Surroundings }): Clock {
  let clock: Clock | undefined;
  let wanted = 0;
  async function begin(): Promise<void> {
    const { createClock } = await liveParts();
    if (clock) return;
    clock = createClock(options);
    for (let users = 0; users < wanted; users += 1) clock.start();
  }
  return {
    start() {
      wanted += 1;
      if (clock) clock.start();
      // Without its code there is no connection either, and that says so.
      else void begin().catch(() => undefined);
    },
    stop() {
      wanted = Math.max(0, wanted - 1);
      clock?.stop();
    },
    serverNowMs: (localMs) => clock?.serverNowMs(localMs) ?? null,
    getEstimate: () => clock?.getEstimate() ?? null,
  };
}

export const createLazyJoin =
  (videoId: string, fetcher: typeof fetch): JoinRoom =>
  async (screeningId) =>
    (await liveParts()).createJoin(videoId, fetcher)(screeningId);

export function createLazyOutboxStore(videoId: string): OutboxStore {
  let store: Promise<OutboxStore> | undefined;
  const opened = () => {
    store ??= liveParts().then(({ createIndexedOutboxStore }) => createIndexedOutboxStore(videoId));
    return store;
  };
  return {
    load: async (userId) => (await opened()).load(userId),
    put: async (pending, userId) => (await opened()).put(pending, userId),
    remove: async (opId) => (await opened()).remove(opId),
  };
}
