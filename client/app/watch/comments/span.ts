import type { Moment } from '../moment.ts';

/** What a comment is about while it is written: a moment, or all from it to the end. Null: the frame on show. */
export interface Span {
  moment: Moment | null;
  endSeconds: number | null;
}

/** It begins now. An end that would lie before is no end any more. */
export const beginAt = ({ endSeconds }: Span, now: Moment): Span => ({
  moment: now,
  endSeconds: endSeconds !== null && endSeconds > now.positionSeconds ? endSeconds : null,
});

/**
 * It ends now. Said before its beginning, the two change places; without a beginning the moment is one, and the end is
 * still to come.
 */
export function endAt({ moment, endSeconds }: Span, now: Moment): Span {
  if (moment === null) return { moment: now, endSeconds: null };
  if (now.positionSeconds > moment.positionSeconds) return { moment, endSeconds: now.positionSeconds };
  if (now.positionSeconds < moment.positionSeconds)
    return { moment: now, endSeconds: endSeconds ?? moment.positionSeconds };
  return { moment, endSeconds: null };
}
