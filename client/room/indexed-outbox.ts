import { readKept, type KeptRow } from './kept-op.ts';
import { createMemoryOutboxStore, type OutboxStore } from './outbox-store.ts';

const NAME = 'lockstep';
const STORE = 'outbox';
const BY_ROOM = 'videoId';

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
        .flatMap((row) => readKept(row) ?? [])
        .filter((kept) => kept.userId === userId)
        .map(({ pending }) => pending)
        .sort((a, b) => a.madeAtMs - b.madeAtMs || a.op.id.localeCompare(b.op.id));
    },
    async put({ op, madeAtMs }, userId) {
      const row: KeptRow = { opId: op.id, videoId, userId, op, madeAtMs };
      await run('readwrite', (store) => store.put(row));
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
