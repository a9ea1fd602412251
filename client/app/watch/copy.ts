/** Copies; where the browser will not (no permission, plain http), says so, and the text stays to be selected. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The address of this page at a moment: `…/v/abc?t=83`. */
export function linkAt(path: string, positionSeconds?: number): string {
  const url = new URL(path, location.origin);
  if (positionSeconds !== undefined) url.searchParams.set('t', String(Math.floor(positionSeconds)));
  return url.href;
}
