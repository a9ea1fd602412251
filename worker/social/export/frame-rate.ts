/** Frames per second as the file states it, exact: 30000/1001 is not 29.97. */
export interface FrameRate {
  num: number;
  den: number;
}

/** What editing programs know, by the names they go by. */
export const RATE_NAMES = ['23.976', '24', '25', '29.97', '30', '48', '50', '59.94', '60', '120'] as const;
export type RateName = (typeof RATE_NAMES)[number];

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

export const rateNamed = (name: RateName): FrameRate => {
  const [whole = '', part] = name.split('.');
  return part === undefined
    ? { num: Number(whole), den: 1 }
    : { num: Math.ceil(Number(name)) * 1000, den: 1001 };
};

/** What its timecode counts to: 30 for 29.97. */
export const nominalRate = ({ num, den }: FrameRate): number => Math.max(1, Math.round(num / den));

/** Beneath any frame's length, above what rounding to the millisecond can do. */
const ROUNDING_FRAMES = 1e-3;

/** The frame on show at a moment of media time. */
export const frameAt = (seconds: number, { num, den }: FrameRate): number =>
  Math.max(0, Math.floor((seconds * num) / den + ROUNDING_FRAMES));

/** The middle of a frame, to the millisecond: where comments stand. */
export const frameCentreSeconds = (frame: number, { num, den }: FrameRate): number =>
  Math.round(((frame + 0.5) * den * 1000) / num) / 1000;
