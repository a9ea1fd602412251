import { followLoop } from './comments/follow-loop.ts';
import { seekToLinkedMoment } from './linked-moment.ts';
import { followProgress } from './progress/follow-progress.ts';
import { resumeWhereLeft } from './progress/resume.ts';
import type { Watch } from './watch.ts';

/** Where it begins (at the address's moment, or where one left off), how far one has come, and spans played again. */
export function followPlayback(watch: Watch): () => void {
  seekToLinkedMoment(watch);
  resumeWhereLeft(watch);
  const stops = [followProgress(watch), followLoop(watch)];
  return () => {
    for (const stop of stops) stop();
  };
}
