import { cleanRate } from '#protocol/frame-rate.ts';
import { parseTimecode } from '#protocol/timecode.ts';
import { parseTime } from '#client/ui/timecode.ts';
import { toMilliseconds, type FrameRate } from './chapter.ts';

/** Seconds of `90`, `1:30`, `1:30.5`, `1:02:03` and, where the frame rate is known, a timecode: `00:01:30:12`. */
export function parseMoment(text: string, rate: FrameRate | null): number | undefined {
  const plain = parseTime(text.trim().replace(',', '.'));
  if (plain !== undefined) return toMilliseconds(plain);
  const frame = rate === null ? undefined : parseTimecode(text.trim().padStart(11, '0'), cleanRate(rate));
  return rate === null || frame === undefined ? undefined : toMilliseconds((frame * rate.den) / rate.num);
}

/** `1:30`, `1:30.5`, `1:02:03`: reads back as exactly the same moment. */
export function writeMoment(seconds: number): string {
  const total = Math.round(seconds * 1000);
  const [whole, rest] = [Math.floor(total / 1000), total % 1000];
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
}
