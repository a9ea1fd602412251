import type { ListedComment } from '#client/room/select.ts';
import { formatTime } from '#client/ui/timecode.ts';

/** What a comment is about, played over and over. */
export interface Loop {
  commentId: string;
  startSeconds: number;
  endSeconds: number;
}

/** The loop a comment on more than a moment makes. */
export const loopOf = ({
  id,
  positionSeconds,
  endSeconds,
}: Pick<ListedComment, 'id' | 'positionSeconds' | 'endSeconds'>): Loop | null =>
  positionSeconds === null || endSeconds === null || endSeconds <= positionSeconds
    ? null
    : { commentId: id, startSeconds: positionSeconds, endSeconds };

/** Playback comes by its end in steps of frames; further beyond somebody has gone elsewhere. */
const PASSING_SECONDS = 1;

export type LoopStep = 'go on' | 'back to the start' | 'let go';

/** What becomes of a loop at this place. A seek lands before its first frame's centre at most. */
export function loopStep({ startSeconds, endSeconds }: Loop, positionSeconds: number): LoopStep {
  if (positionSeconds < startSeconds - 0.1 || positionSeconds > endSeconds + PASSING_SECONDS) return 'let go';
  return positionSeconds > endSeconds ? 'back to the start' : 'go on';
}

export const formatSpan = (startSeconds: number, endSeconds: number): string =>
  `${formatTime(startSeconds)}–${formatTime(endSeconds)}`;
