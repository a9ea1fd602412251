import { z } from 'zod';
import { Id, MediaSeconds } from './id.ts';

/** How far somebody has watched. */
export const Progress = z
  .object({ positionSeconds: MediaSeconds, isCompleted: z.boolean() })
  .meta({ id: 'Progress' });
export type Progress = z.infer<typeof Progress>;

/** Up, rarely: on a pause, at the end, on leaving. Never while playing goes on: a quiet room costs nothing. */
export const ProgressSet = Progress.extend({ t: z.literal('progress.set'), id: Id }).meta({
  id: 'ProgressSet',
});
export type ProgressSet = z.infer<typeof ProgressSet>;
