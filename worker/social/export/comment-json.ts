import type { Export } from './cut.ts';
import { spanOf } from './markers.ts';
import { formatTimecode } from '#protocol/timecode.ts';
import { isResolved, type Thread } from './threads.ts';

/** Everything, for programs: threads with their answers, in the order of media time. */
export function toJson({ threads, rate, title, shortId, durationSeconds }: Export): string {
  const video = { shortId, title, durationSeconds, frameRate: rate && { num: rate.num, den: rate.den } };
  const written = threads.map((thread) => ({
    ...placeOf(thread, rate),
    isResolved: isResolved(thread),
    comment: thread.root,
    replies: thread.replies,
  }));
  return `${JSON.stringify({ video, threads: written }, null, 2)}\n`;
}

function placeOf(thread: Thread, rate: Export['rate']) {
  if (!rate || thread.root.positionSeconds === null)
    return { timecode: null, frame: null, lengthFrames: null };
  const { frame, lengthFrames } = spanOf(thread, rate);
  return { timecode: formatTimecode(frame, rate), frame, lengthFrames };
}
