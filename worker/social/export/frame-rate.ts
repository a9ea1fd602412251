import type { FrameRate } from '#protocol/frame-rate.ts';

/** What editing programs know, by the names they go by. */
export const RATE_NAMES = ['23.976', '24', '25', '29.97', '30', '48', '50', '59.94', '60', '120'] as const;
export type RateName = (typeof RATE_NAMES)[number];

export const rateNamed = (name: RateName): FrameRate => {
  const [whole = '', part] = name.split('.');
  return part === undefined
    ? { num: Number(whole), den: 1 }
    : { num: Math.ceil(Number(name)) * 1000, den: 1001 };
};

/** Beneath any frame's length, above what rounding to the millisecond can do. */
const ROUNDING_FRAMES = 1e-3;

/** The frame on show at a moment of media time. */
export const frameAt = (seconds: number, { num, den }: FrameRate): number =>
  Math.max(0, Math.floor((seconds * num) / den + ROUNDING_FRAMES));

/** The middle of a frame, to the millisecond: where comments stand. */
export const frameCentreSeconds = (frame: number, { num, den }: FrameRate): number =>
  Math.round(((frame + 0.5) * den * 1000) / num) / 1000;
