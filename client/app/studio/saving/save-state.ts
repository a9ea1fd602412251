import type { Told } from '#client/ui/told.ts';

export type SaveState =
  /** `atMs` is null while nothing has been saved on this visit. */
  | { stage: 'saved'; atMs: number | null }
  | { stage: 'unsaved' }
  | { stage: 'saving' }
  /** Kept here; sent when the connection is back. */
  | { stage: 'offline' }
  /** Something has to be put right before it is sent. */
  | { stage: 'held'; fault: string }
  | { stage: 'conflict' }
  | { stage: 'failed'; error: Told };
