/** Frames per second as the file states it, exact: 30000/1001 is not 29.97. */
export interface FrameRate {
  num: number;
  den: number;
}

/** How far a stated rate may lie from one of broadcasting's to be taken for it: probes round. */
const SLACK = 0.005;

/** The rate as editing programs name it: 2997/100 is 30000/1001, 25000/1000 is 25/1. Others stay what they are. */
export function cleanRate({ num, den }: FrameRate): FrameRate {
  const stated = num / den;
  const whole = Math.round(stated);
  const pulled = (whole * 1000) / 1001;
  // The nearer of the two, where both are near: 24 and 23.976 are 0.024 apart, 1 and 0.999 are not.
  if (Math.abs(stated - whole) <= Math.min(SLACK, Math.abs(stated - pulled))) return { num: whole, den: 1 };
  if (Math.abs(stated - pulled) <= SLACK) return { num: whole * 1000, den: 1001 };
  return { num, den };
}

/** What its timecode counts to: 30 for 29.97. */
export const nominalRate = ({ num, den }: FrameRate): number => Math.max(1, Math.round(num / den));
