import { cleanRate } from '#protocol/frame-rate.ts';
import { formatTimecode as labelOf, parseTimecode } from '#protocol/timecode.ts';
import { frameAt, frameCentreSeconds, type FrameRate } from './frames.ts';

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

/** The frame's name as editing programs count: `00:01:23:11`; drop-frame, `00:01:23;11`, at 29.97 and 59.94. */
export const formatTimecode = (positionSeconds: number, frameRate: FrameRate): string =>
  labelOf(frameAt(positionSeconds, frameRate), cleanRate(frameRate));

/** The centre of the frame called so; undefined where none is, or the rate is unknown. */
export function secondsOfLabel(label: string, frameRate: FrameRate | null): number | undefined {
  const frame = frameRate === null ? undefined : parseTimecode(label, cleanRate(frameRate));
  return frameRate === null || frame === undefined ? undefined : frameCentreSeconds(frame, frameRate);
}

function clockOf(seconds: number): string {
  const whole = Math.max(0, seconds);
  return [whole / 3600, (whole / 60) % 60, whole % 60].map((part) => two(Math.floor(part))).join(':');
}

const two = (value: number): string => String(value).padStart(2, '0');
