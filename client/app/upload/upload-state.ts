/** Where one file stands on its way to being a video. */
export type UploadState =
  | { stage: 'choosing' }
  | { stage: 'sending'; sentBytes: number; totalBytes: number }
  | { stage: 'paused'; sentBytes: number; totalBytes: number }
  /** The connection is gone; it goes on by itself. */
  | { stage: 'offline'; sentBytes: number; totalBytes: number }
  | { stage: 'preparing' }
  | { stage: 'ready'; videoPath: string }
  | { stage: 'failed'; reason: string; mayRetry: boolean };

/** "3.2 of 9.8 MB" */
export function describeBytes(sentBytes: number, totalBytes: number): string {
  const unit = totalBytes >= 1e9 ? { size: 1e9, name: 'GB' } : { size: 1e6, name: 'MB' };
  const amount = (bytes: number) => (bytes / unit.size).toFixed(1);
  return `${amount(sentBytes)} of ${amount(totalBytes)} ${unit.name}`;
}

/** Whole per cent, and 100 only when all is sent. */
export const percentOf = (sentBytes: number, totalBytes: number): number =>
  totalBytes === 0 ? 0 : Math.floor((sentBytes / totalBytes) * 100);

/** What a screen reader hears: quarters, not every per cent. */
export const quarterOf = (percent: number): number => Math.floor(percent / 25) * 25;
