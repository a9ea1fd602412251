import { effect } from '@preact/signals';
import type { Shell } from '../../shell/shell.ts';
import { driveRow, type Driver } from './drive-row.ts';
import { createRowStore, type RowStore } from './row-store.ts';
import { readMostBytes } from './send-file.ts';
import { createStorageRoom } from './storage-room.ts';
import { createUnfinished, type Unfinished, type UnfinishedList } from './unfinished.ts';
import {
  isUnderWay,
  mayPause,
  mayRetry,
  nextToSend,
  rowOf,
  takesVideoAlong,
  type UploadRow,
  type Video,
} from './upload-row.ts';
import { showInTray } from './upload-tray.ts';
import { discardVideo } from './video-of-row.ts';

/** All uploads of this visit, on whatever page one is. */
export interface UploadQueue {
  readonly rows: RowStore['rows'];
  readonly unfinished: UnfinishedList;
  add(files: Iterable<File>, target?: UploadTarget): Promise<void>;
  pause(id: string): void;
  /** Goes on, or tries again. */
  resume(id: string): void;
  /** Takes it away; for ten seconds it can be brought back. */
  cancel(id: string): void;
  /** Takes what is over off the page. */
  dismiss(id: string): void;
  pauseAll(): void;
  resumeAll(): void;
  retryFailed(): void;
  /** The page has a newer state of its video. */
  seen(video: Video): void;
  /** Goes on with one of an earlier visit; answers why not. */
  continueWith(unfinished: Unfinished, file: File): Promise<string | undefined>;
  /** Ends one of an earlier visit; for ten seconds it can be brought back. */
  giveUp(unfinished: Unfinished): void;
}

/** What the files become, if not videos of their own: new versions of one, or the file that one waits for. */
export interface UploadTarget {
  kind: 'version' | 'file';
  video: Video;
}

const UNDO_MS = 10_000;
const queues = new WeakMap<Shell, UploadQueue>();
const organizationOf = ({ organization }: Shell): string | undefined => organization.peek()?.id;

/** The application's one queue, made when it is first asked for. */
export function uploadQueueOf(shell: Shell): UploadQueue {
  const queue = queues.get(shell) ?? createQueue(shell);
  queues.set(shell, queue);
  return queue;
}

/** Puts files in line from any page: the library's drop, the upload page's choice. */
export const enqueueUploads = (shell: Shell, files: Iterable<File>): void =>
  void uploadQueueOf(shell).add(files);

function createQueue(shell: Shell): UploadQueue {
  const store = createRowStore();
  const { userId } = shell.member.peek();
  const unfinished = createUnfinished(userId);
  const drivers = new Map<string, Driver>();
  const mostBytes = readMostBytes();
  const room = createStorageRoom(() => store.rows.peek());
  const goOn = () => {
    for (const id of nextToSend(store.rows.peek())) void drivers.get(id)?.go();
  };
  // One file is looked into after the other: a folder of them would stop the page.
  let lookedInto: Promise<void> = Promise.resolve();
  const put = (row: UploadRow, chosen = organizationOf(shell)) => {
    store.add([row]);
    // Not the one that is looked at when its turn comes; unless none was known yet.
    const organizationId = () => chosen ?? organizationOf(shell);
    const objection = room.take(row, organizationId);
    const driver = driveRow(row.id, { store, userId, organizationId, mostBytes, objection, onRest: goOn });
    drivers.set(row.id, driver);
    lookedInto = lookedInto.then(() => driver.prepare());
  };
  const queue = actionsOf({ shell, store, unfinished, drivers, goOn, put });
  addEventListener('online', () => {
    for (const row of store.rows.peek()) if (row.stage.name === 'offline') queue.resume(row.id);
  });
  effect(() => showInTray(shell, store, queue));
  return queue;
}

interface Parts {
  shell: Shell;
  store: RowStore;
  unfinished: UnfinishedList;
  drivers: Map<string, Driver>;
  goOn: () => void;
  put: (row: UploadRow, organizationId?: string) => void;
}

function actionsOf({ shell, store, unfinished, drivers, goOn, put }: Parts): UploadQueue {
  const remove = (id: string) => {
    store.remove(id);
    drivers.delete(id);
    shell.jobs.remove(id);
  };
  const queue: UploadQueue = {
    rows: store.rows,
    unfinished,
    async add(files, target) {
      const chosen = organizationOf(shell);
      for (const file of files) {
        const rest = await unfinished.findFor(file).catch(() => undefined);
        if (rest) unfinished.drop(rest);
        const waiting = target?.kind === 'file' ? { video: target.video, sentBytes: 0 } : null;
        put(rowOf(file, rest ?? waiting, target?.kind === 'version' ? target.video : null), chosen);
      }
    },
    pause: (id) => drivers.get(id)?.pause(),
    resume(id) {
      store.change(id, { stage: { name: 'queued' } });
      goOn();
    },
    cancel(id) {
      const row = store.find(id);
      if (!row) return;
      if (mayPause(row)) queue.pause(id);
      store.change(id, { isLeaving: true });
      shell.jobs.remove(id);
      const timer = setTimeout(() => {
        void drivers.get(id)?.end();
        // It may have been made since.
        const last = store.find(id);
        if (last && takesVideoAlong(last)) void discardVideo(id);
        remove(id);
      }, UNDO_MS);
      const what = isUnderWay(row) ? 'Cancelled' : 'Discarded';
      shell.toasts.tell(`${what}: ${row.file.name}.`, {
        label: 'Undo',
        act: () => {
          clearTimeout(timer);
          store.change(id, { isLeaving: false });
          if (mayPause(row)) queue.resume(id);
          else goOn();
        },
      });
      goOn();
    },
    dismiss: remove,
    pauseAll: () => forEach(store, mayPause, queue.pause),
    resumeAll: () => forEach(store, ({ stage }) => stage.name === 'paused', queue.resume),
    retryFailed: () => forEach(store, mayRetry, queue.resume),
    seen: (video) => store.change(video.id, { video }),
    async continueWith(earlier, file) {
      const objection = await unfinished.objectionTo(file, earlier);
      if (objection) return objection;
      unfinished.drop(earlier);
      put(rowOf(file, earlier, null));
      return undefined;
    },
    giveUp(earlier) {
      unfinished.drop(earlier);
      const timer = setTimeout(() => void unfinished.end(earlier), UNDO_MS);
      const act = () => {
        clearTimeout(timer);
        unfinished.putBack(earlier);
      };
      shell.toasts.tell(`Given up: ${earlier.video.title}.`, { label: 'Undo', act });
    },
  };
  return queue;
}

function forEach(store: RowStore, isIt: (row: UploadRow) => boolean, act: (id: string) => void): void {
  for (const row of store.rows.peek()) if (isIt(row) && !row.isLeaving) act(row.id);
}
