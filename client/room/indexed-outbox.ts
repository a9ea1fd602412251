import { z } from 'zod';
import { UpOp } from '#protocol/up.ts';
import { createMemoryOutboxStore, type OutboxStore } from './outbox-store.ts';

const NAME = 'lockstep';
const STORE = 'outbox';
const BY_ROOM = 'videoId';

/** What lies in the browser's storage, maybe written by another version of this page. */
const Kept = z.object({
  opId: z.string(),
  videoId: z.string(),
  userId: z.string().nullable(),
  op: UpOp,
  madeAtMs: z.number(),
});

/** Keeps unacknowledged ops of one video's room in IndexedDB; several tabs may share it, for ops repeat harmlessly. */
export function createIndexedOutboxStore(videoId: string): OutboxStore {
  if (typeof indexedDB === 'undefined') return createMemoryOutboxStore();
  const opening = openDatabase();
  // Whoever uses it hears of the failure; until then nobody is to be told.
  opening.catch(() => undefined);
  const run = async <T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>) =>
    settled(use((await opening).transaction(STORE, mode).objectStore(STORE)));
  return {
    async load(userId) {
      const rows = await run('readonly', (store) => store.index(BY_ROOM).getAll(videoId));
      return rows
        .flatMap((row) => Kept.safeParse(row).data ?? [])
        .filter((row) => row.userId === userId)
        .sort((a, b) => a.madeAtMs - b.madeAtMs || a.opId.localeCompare(b.opId))
        .map(({ op, madeAtMs }) => ({ op, madeAtMs }));
    },
    async put({ op, madeAtMs }, userId) {
      await run('readwrite', (store) => store.put({ opId: op.id, videoId, userId, op, madeAtMs }));
    },
    async remove(opId) {
      await run('readwrite', (store) => store.delete(opId));
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.addEventListener('upgradeneeded', () => {
    const store = request.result.createObjectStore(STORE, { keyPath: 'opId' });
    store.createIndex(BY_ROOM, 'videoId');
  });
  return settled(request);
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('The browser’s storage failed.')),
    );
  });
