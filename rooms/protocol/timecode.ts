import { nominalRate, type FrameRate } from './frame-rate.ts';

/**
 * SMPTE timecode. Labels count `nominalRate` frames a second; at 29.97 and 59.94 drop-frame leaves out the first two
 * (four) labels of each minute that is no tenth, so that labels keep to the clock. Frames are never left out.
 */
export const isDropFrame = ({ num, den }: FrameRate): boolean => den === 1001 && num % 30_000 === 0;

interface Counting {
  perSecond: number;
  /** Labels left out in a minute; 0 without drop-frame. */
  dropped: number;
  perTenMinutes: number;
}

const countingOf = (rate: FrameRate): Counting => {
  const perSecond = nominalRate(rate);
  const dropped = isDropFrame(rate) ? perSecond / 15 : 0;
  return { perSecond, dropped, perTenMinutes: perSecond * 600 - dropped * 9 };
};

/** Frames in the 24 hours after which labels begin again. */
export const framesInDay = (rate: FrameRate): number => countingOf(rate).perTenMinutes * 144;

/** `01:00:00:00`, with `;` before the frames of drop-frame. */
export function formatTimecode(frame: number, rate: FrameRate): string {
  const { perSecond, dropped, perTenMinutes } = countingOf(rate);
  const day = perTenMinutes * 144;
  const within = ((frame % day) + day) % day;
  const tens = Math.floor(within / perTenMinutes);
  const rest = within % perTenMinutes;
  // The tenth minute has all its labels, the nine after it lack some each.
  const short = perSecond * 60 - dropped;
  const minutes = rest < perSecond * 60 ? 0 : 1 + Math.floor((rest - perSecond * 60) / short);
  const label = within + dropped * (9 * tens + minutes);
  const seconds = Math.floor(label / perSecond);
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => two(Math.floor(part)));
  return `${clock.join(':')}${dropped > 0 ? ';' : ':'}${two(label % perSecond)}`;
}

/** The frame of a label; undefined for what is none, such as a label that drop-frame leaves out. */
export function parseTimecode(text: string, rate: FrameRate): number | undefined {
  const match = /^(\d\d):(\d\d):(\d\d)[:;](\d{2,3})$/.exec(text);
  if (!match) return undefined;
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = match.slice(1).map(Number);
  const { perSecond, dropped } = countingOf(rate);
  if (hours > 23 || minutes > 59 || seconds > 59 || frames >= perSecond) return undefined;
  if (seconds === 0 && frames < dropped && minutes % 10 !== 0) return undefined;
  const minutesAll = hours * 60 + minutes;
  const label = (minutesAll * 60 + seconds) * perSecond + frames;
  return label - dropped * (minutesAll - Math.floor(minutesAll / 10));
}

/** Where timelines of editing programs begin. */
export const startFrameOf = (rate: FrameRate): number => parseTimecode(`01:00:00:00`, rate) ?? 0;

const two = (value: number): string => String(value).padStart(2, '0');
