import type { FrameRate } from '#protocol/frame-rate.ts';

export type { FrameRate };

/** Beneath any frame's length, above what rounding to the millisecond can do. */
const ROUNDING_FRAMES = 1e-3;

export const frameSeconds = (rate: FrameRate): number => rate.den / rate.num;

/** The frame on screen at `positionSeconds`. A frame number is the identity of a moment. */
export const frameAt = (positionSeconds: number, rate: FrameRate): number =>
  Math.max(0, Math.floor((positionSeconds * rate.num) / rate.den + ROUNDING_FRAMES));

/** Where to seek for a frame: its centre, because its edge shows the neighbour one time in a hundred. */
export const frameCentreSeconds = (frame: number, rate: FrameRate): number =>
  ((frame + 0.5) * rate.den) / rate.num;

/** The centre of the frame on screen at `positionSeconds`; the position itself where the rate is unknown. */
export const toFrameCentre = (positionSeconds: number, rate: FrameRate | null): number =>
  rate === null ? positionSeconds : frameCentreSeconds(frameAt(positionSeconds, rate), rate);
