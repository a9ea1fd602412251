import { frameAt, type FrameRate } from './frames.ts';

export const TIME_FORMS = ['timecode', 'frames', 'seconds'] as const;
export type TimeForm = (typeof TIME_FORMS)[number];

export const nextTimeForm = (form: TimeForm): TimeForm =>
  TIME_FORMS[(TIME_FORMS.indexOf(form) + 1) % TIME_FORMS.length] ?? 'timecode';

/** A moment for reading: `00:01:23:11`, `1992 f` or `83.458 s`. Without a frame rate frames are left out. */
export function formatMoment(positionSeconds: number, frameRate: FrameRate | null, form: TimeForm): string {
  if (form === 'seconds') return `${Math.max(0, positionSeconds).toFixed(3)} s`;
  if (frameRate === null) return clockOf(Math.floor(positionSeconds));
  return form === 'frames'
    ? `${frameAt(positionSeconds, frameRate)} f`
    : formatTimecode(positionSeconds, frameRate);
}

/** HH:MM:SS:FF, counting frames without dropping any; at 29.97 it runs behind the wall clock as all such do. */
export function formatTimecode(positionSeconds: number, frameRate: FrameRate): string {
  const perSecond = Math.round(frameRate.num / frameRate.den);
  const frame = frameAt(positionSeconds, frameRate);
  return `${clockOf(Math.floor(frame / perSecond))}:${two(frame % perSecond)}`;
}

function clockOf(seconds: number): string {
  const whole = Math.max(0, seconds);
  return [whole / 3600, (whole / 60) % 60, whole % 60].map((part) => two(Math.floor(part))).join(':');
}

const two = (value: number): string => String(value).padStart(2, '0');
