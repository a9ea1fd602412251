/** `1:02:03.5`, `02:03`, `0:00`; comma or point before the milliseconds. */
export const TIMESTAMP = String.raw`(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?`;

/** The four groups of TIMESTAMP as seconds; undefined where minutes or seconds are none. */
export function toSeconds(
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  fraction: string | undefined,
): number | undefined {
  const [h, m, s] = [Number(hours ?? 0), Number(minutes), Number(seconds)];
  if (s > 59 || (hours !== undefined && m > 59)) return undefined;
  // Summed in whole milliseconds: 11 + 0.681 is not 11.681 to a computer.
  return ((h * 3600 + m * 60 + s) * 1000 + Number((fraction ?? '').padEnd(3, '0'))) / 1000;
}

/** `HH:MM:SS.mmm`, as WebVTT writes it. */
export function formatTimestamp(seconds: number): string {
  const total = Math.round(seconds * 1000);
  const part = (value: number, digits: number): string => String(Math.floor(value)).padStart(digits, '0');
  return (
    `${part(total / 3_600_000, 2)}:${part((total / 60_000) % 60, 2)}:` +
    `${part((total / 1000) % 60, 2)}.${part(total % 1000, 3)}`
  );
}
