import { toldOf } from '#client/ui/told.ts';
import { RequestFailed } from '../../request.ts';
import { nextPace, startPace } from './pace.ts';
import { capturePoster } from './poster.ts';
import { probeFile } from './probe-file.ts';
import { rateWarning, warningsOf } from './file-facts.ts';
import type { RowStore } from './row-store.ts';
import { sendFile, type Sending } from './send-file.ts';
import { titleOf, type Stage, type UploadRow } from './upload-row.ts';
import { addPictures, makeVideo, readVideo } from './video-of-row.ts';

export interface Driver {
  /** Looks into the file and puts it in line, or says why not. */
  prepare(): Promise<void>;
  /** Sends, or goes on sending. */
  go(): Promise<void>;
  pause(): void;
  /** Ends it at the server, too. */
  end(): Promise<void>;
}

interface Around {
  store: RowStore;
  userId: string;
  organizationId: () => string | undefined;
  mostBytes: Promise<number | null>;
  /** Why there is no room for it, if there is none. */
  objection: () => Promise<string | undefined>;
  /** It has come to rest, or to its turn: others may go. */
  onRest: () => void;
}

/** Takes one file from the disk to a video that plays; what it does is written in its row. */
export function driveRow(id: string, around: Around): Driver {
  const { store } = around;
  let sending: Sending | undefined;
  /** From the wish until there is something that sends: asked meanwhile, the first goes on. */
  let isStarting = false;
  let hadNoRoom = false;
  let poster: Promise<Blob | undefined> | undefined;
  const rest = (stage: Stage) => {
    store.change(id, { stage, pace: null });
    around.onRest();
  };
  const fail = (error: unknown, mayRetry = true) => {
    if (!navigator.onLine) rest({ name: 'offline' });
    else rest({ name: 'failed', error: toldOf(error), mayRetry });
  };

  return {
    async prepare() {
      const row = store.find(id);
      if (!row) return;
      const [facts, mostBytes] = await Promise.all([probeFile(row.file), around.mostBytes]);
      const warnings = warningsOf(facts, { sizeBytes: row.file.size, mostBytes });
      const rate = rateWarning(facts?.framesPerSecond ?? null, row.versionOf?.frameRate ?? null);
      if (rate) warnings.push({ text: rate, isFatal: false });
      store.change(id, { facts, warnings });
      const fatal = warnings.find(({ isFatal }) => isFatal);
      if (fatal) return rest({ name: 'failed', error: { message: fatal.text }, mayRetry: false });
      if (await lacksRoom()) return;
      if (store.find(id)?.stage.name === 'reading') rest({ name: 'queued' });
    },
    async go() {
      const row = store.find(id);
      if (!row) return;
      store.change(id, { stage: { name: 'sending' }, pace: startPace(Date.now(), row.sentBytes) });
      if (isStarting) return;
      isStarting = true;
      try {
        // Tried again: there may still be no room, and nothing is made in vain.
        if (hadNoRoom && (await lacksRoom())) return;
        const video = row.video ?? (await makeVideo(row, around.organizationId()));
        store.change(id, { video });
        poster ??= capturePoster(row.file);
        // Paused meanwhile.
        if (store.find(id)?.stage.name !== 'sending') return;
        if (sending) return sending.resume();
        sending = await sendFile(
          {
            file: row.file,
            userId: around.userId,
            videoId: id,
            title: titleOf(row.file.name),
            madeVideo: row.madeVideo,
          },
          {
            progressed: (sentBytes) => progress(store, id, sentBytes),
            wentOffline: () => rest({ name: 'offline' }),
            failed: (error, mayRetry) => rest({ name: 'failed', error, mayRetry }),
            arrived: () => void arrive(row).catch(fail),
          },
        );
        // Paused while the file was being opened.
        if (store.find(id)?.stage.name !== 'sending') sending.pause();
      } catch (error) {
        fail(error, !(error instanceof RequestFailed) || !REFUSALS.has(error.code));
      } finally {
        isStarting = false;
      }
    },
    pause() {
      sending?.pause();
      rest({ name: 'paused' });
    },
    end: async () => sending?.end(),
  };

  async function lacksRoom(): Promise<boolean> {
    const objection = await around.objection();
    hadNoRoom = objection !== undefined;
    if (objection) rest({ name: 'failed', error: { message: objection }, mayRetry: true, lacksRoom: true });
    return hadNoRoom;
  }

  async function arrive({ file }: UploadRow): Promise<void> {
    store.change(id, { stage: { name: 'preparing' }, sentBytes: file.size, pace: null });
    const video = await readVideo(id);
    store.change(id, { video });
    if (video.processingStatus === 'error')
      return fail(new Error(video.processingError ?? 'This file cannot be played.'), false);
    await addPictures(id, file, poster ?? Promise.resolve(undefined));
    store.change(id, { video: await readVideo(id).catch(() => video) });
    rest({ name: 'ready' });
  }
}

/** What asking again does not change. */
const REFUSALS = new Set(['INVALID', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'UNAUTHENTICATED']);

function progress(store: RowStore, id: string, sentBytes: number): void {
  const row = store.find(id);
  if (row?.stage.name !== 'sending') return;
  const report = { nowMs: Date.now(), sentBytes, totalBytes: row.file.size };
  // The first report after a pause tells what had been sent before: that says nothing of the speed.
  const pace =
    row.pace && row.pace.sentBytes > 0 ? nextPace(row.pace, report) : startPace(report.nowMs, sentBytes);
  store.change(id, { sentBytes, pace });
}
