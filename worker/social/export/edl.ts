import type { Cut } from './cut.ts';
import { oneLine, toMarkers, type Marker } from './markers.ts';
import { formatTimecode, isDropFrame, startFrameOf } from '#protocol/timecode.ts';

/** Colours of Resolve's markers. */
const COLORS = { open: 'ResolveColorBlue', resolved: 'ResolveColorGreen' };

/** A marker EDL as DaVinci Resolve takes it: `Timelines → Import → Timeline markers from EDL`. */
export function toEdl({ title, rate, threads }: Cut): string {
  const events = toMarkers(threads, rate).map((marker, index) => {
    const from = startFrameOf(rate) + marker.frame;
    const [start, end] = [formatTimecode(from, rate), formatTimecode(from + marker.lengthFrames, rate)];
    const number = String(index + 1).padStart(3, '0');
    return `${number}  001      V     C        ${start} ${end} ${start} ${end}  \n${detailsOf(marker)}\n`;
  });
  const counting = isDropFrame(rate) ? 'DROP FRAME' : 'NON-DROP FRAME';
  return [`TITLE: ${plain(title)}`, `FCM: ${counting}`, '', ...events].join('\n');
}

const detailsOf = ({ name, note, lengthFrames, isResolved }: Marker): string =>
  `${plain(note)}\n |C:${isResolved ? COLORS.resolved : COLORS.open} |M:${plain(name)} |D:${lengthFrames}`;

/** A bar would begin the next field, and a line the next event. */
const plain = (text: string): string => oneLine(text.replaceAll('|', '/'));
