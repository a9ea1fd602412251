/** The cursor of the next page in a `Link` header (RFC 8288); undefined where this is the last one. */
export function nextCursorIn(link: string | null): string | undefined {
  const next = link?.split(/,\s*(?=<)/).find((each) => /;\s*rel="?next"?/.test(each));
  const address = next?.match(/^<([^>]*)>/)?.[1];
  if (address === undefined) return undefined;
  return new URL(address, 'https://any.invalid').searchParams.get('cursor') ?? undefined;
}
