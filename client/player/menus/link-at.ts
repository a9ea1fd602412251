/** The address that opens at a moment: `?f=1992` where the frame stands still and is meant, else `?t=83`. */
export function linkAt(link: string, { seconds, frame }: { seconds: number; frame: number | null }): string {
  const url = new URL(link);
  for (const name of ['t', 'f']) url.searchParams.delete(name);
  if (frame === null) url.searchParams.set('t', String(Math.floor(seconds)));
  else url.searchParams.set('f', String(frame));
  return url.href;
}
