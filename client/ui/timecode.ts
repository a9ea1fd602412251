/** `1:23`, `1:02:03`: the way people write moments. Tenths are cut, not rounded: 59.9 s is still 0:59. */
export function formatTime(totalSeconds: number): string {
  const whole = Math.max(0, Math.floor(totalSeconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const seconds = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

/** The same moment for ears: "1 minute 23 seconds". */
export function spokenTime(totalSeconds: number): string {
  const whole = Math.max(0, Math.floor(totalSeconds));
  const parts = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor((whole % 3600) / 60), 'minute'],
    [whole % 60, 'second'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return said.length > 0 ? said.join(' ') : '0 seconds';
}

/** Seconds of `90`, `1:30`, `01:02:03`; undefined for anything else. */
export function parseTime(text: string): number | undefined {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,2}):)?(\d{1,5}(?:\.\d{1,3})?)$/.exec(text.trim());
  if (!match) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  if (match[2] !== undefined && Number(seconds) >= 60) return undefined;
  if (match[1] !== undefined && Number(minutes) >= 60) return undefined;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

export type TextPiece = { kind: 'text'; text: string } | { kind: 'moment'; text: string; seconds: number };

const IN_PROSE =
  /(?<![\d:.;])(?:\d\d:[0-5]\d:[0-5]\d[:;]\d\d|(?:\d{1,3}:[0-5]\d|\d{1,3}):[0-5]\d)(?!\d|[:;]\d)/g;

/**
 * Cuts prose at the timecodes in it (`0:40`, `1:02:03`), so that each can be a button that seeks. `secondsOf` reads those
 * that name a frame (`00:01:23:11`, `00:01:23;11`); without a frame rate they are words.
 */
export function splitAtTimecodes(
  prose: string,
  secondsOf: (label: string) => number | undefined = () => undefined,
): TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const match of prose.matchAll(IN_PROSE)) {
    const seconds = parseTime(match[0]) ?? secondsOf(match[0]);
    if (seconds === undefined) continue;
    if (match.index > done) pieces.push({ kind: 'text', text: prose.slice(done, match.index) });
    pieces.push({ kind: 'moment', text: match[0], seconds });
    done = match.index + match[0].length;
  }
  if (done < prose.length) pieces.push({ kind: 'text', text: prose.slice(done) });
  return pieces;
}
