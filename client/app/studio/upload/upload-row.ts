import { v7 as uuidv7 } from 'uuid';
import type { Shape } from '#client/api/client.ts';
import type { Job } from '#client/ui/jobs.ts';
import { sizeWords } from '#client/ui/size-words.ts';
import type { Told } from '#client/ui/told.ts';
import type { FileFacts, FileWarning } from './file-facts.ts';
import { describePace, type Pace } from './pace.ts';

export type Video = Shape<'Video'>;

/** Where one file stands on its way to being a video. */
export type Stage =
  /** The browser looks into it. */
  | { name: 'reading' }
  /** Two go at once; this one is behind them. */
  | { name: 'queued' }
  | { name: 'sending' }
  | { name: 'paused' }
  /** The connection is gone; it goes on by itself. */
  | { name: 'offline' }
  | { name: 'preparing' }
  | { name: 'ready' }
  | { name: 'failed'; error: Told; mayRetry: boolean; lacksRoom?: boolean };

export interface UploadRow {
  /** The video's, too. */
  readonly id: string;
  readonly file: File;
  readonly stage: Stage;
  readonly sentBytes: number;
  readonly pace: Pace | null;
  readonly facts: FileFacts | null;
  readonly warnings: readonly FileWarning[];
  /** Once it is made: before a byte goes. */
  readonly video: Video | null;
  /** Whether the video is this upload's own, not one that was there before. */
  readonly madeVideo: boolean;
  /** The video that this file is a new version of. */
  readonly versionOf: Video | null;
  /** Cancelled, and can still be taken back. */
  readonly isLeaving: boolean;
}

/** What was there before the file was chosen: the rest of an upload, or a video that waits. */
type Earlier = { video: Video; sentBytes: number; begun?: { madeVideo: boolean } };

export const rowOf = (file: File, earlier: Earlier | null, versionOf: Video | null): UploadRow => ({
  id: earlier?.video.id ?? uuidv7(),
  file,
  stage: { name: 'reading' },
  sentBytes: earlier?.sentBytes ?? 0,
  pace: null,
  facts: null,
  warnings: [],
  video: earlier?.video ?? null,
  madeVideo: earlier ? earlier.begun?.madeVideo === true : true,
  versionOf,
  isLeaving: false,
});

const AT_ONCE = 2;

/** The ids of those that may start now, oldest first. */
export function nextToSend(rows: readonly UploadRow[]): string[] {
  const present = rows.filter(({ isLeaving }) => !isLeaving);
  const busy = present.filter(({ stage }) => stage.name === 'sending' || stage.name === 'preparing').length;
  return present
    .filter(({ stage }) => stage.name === 'queued')
    .slice(0, Math.max(0, AT_ONCE - busy))
    .map(({ id }) => id);
}

/** What this file's name makes as a title. */
export const titleOf = (fileName: string): string =>
  fileName
    .replace(/\.[^.]{1,5}$/, '')
    .replaceAll('_', ' ')
    .trim()
    .slice(0, 255) || 'Untitled';

export const STAGE_WORDS: Record<Stage['name'], string> = {
  reading: 'Looking into the file',
  queued: 'Waiting for its turn',
  sending: 'Uploading',
  paused: 'Paused',
  offline: 'Waiting for the connection',
  preparing: 'Preparing the video',
  ready: 'Ready to watch',
  failed: 'Failed',
};

const JOB_STATE: Record<Stage['name'], Job['state']> = {
  reading: 'waiting',
  queued: 'waiting',
  sending: 'running',
  paused: 'paused',
  offline: 'waiting',
  preparing: 'running',
  ready: 'done',
  failed: 'failed',
};

export const isUnderWay = ({ stage }: UploadRow): boolean =>
  stage.name !== 'ready' && stage.name !== 'failed';
export const mayPause = ({ stage }: UploadRow): boolean =>
  stage.name === 'sending' || stage.name === 'queued' || stage.name === 'offline';

/** A video that was there before keeps its comments, whatever becomes of the upload. */
export const takesVideoAlong = ({ video, madeVideo }: Pick<UploadRow, 'video' | 'madeVideo'>): boolean =>
  video !== null && madeVideo;

export const mayRetry = ({ stage }: UploadRow): boolean => stage.name === 'failed' && stage.mayRetry;

/** A row as the shell's tray shows it, on whatever page one is; its buttons come from the queue. */
export function jobOf(row: UploadRow, actions: Job['actions']): Job {
  const { stage, file, sentBytes, video } = row;
  const isMeasured = stage.name === 'sending' || stage.name === 'paused' || stage.name === 'offline';
  return {
    id: row.id,
    label: video?.title ?? titleOf(file.name),
    state: JOB_STATE[stage.name],
    stage: STAGE_WORDS[stage.name],
    share: isMeasured ? shareOf(sentBytes, file.size) : null,
    detail: isMeasured ? detailOf(row) : undefined,
    place: '/studio/upload',
    failure: stage.name === 'failed' ? stage.error : undefined,
    href: video ? (stage.name === 'ready' ? `/v/${video.shortId}` : `/studio/v/${video.shortId}`) : undefined,
    actions,
  };
}

/** Never quite all before the server has said so. */
const shareOf = (sentBytes: number, totalBytes: number): number =>
  totalBytes === 0 ? 0 : Math.min(0.999, sentBytes / totalBytes);

/** "3.2 MB of 9.8 MB · 41 MB/s · 2 min left" */
function detailOf({ sentBytes, file, pace, stage }: UploadRow): string {
  const bytes = `${sizeWords(sentBytes)} of ${sizeWords(file.size)}`;
  const speed = stage.name === 'sending' && pace ? describePace(pace, file.size) : '';
  return speed ? `${bytes} · ${speed}` : bytes;
}
