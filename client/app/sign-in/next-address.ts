/** Where to go after signing in: a path of this site, never another site. */
export function nextAddress(search: string, origin: string): string {
  const asked = new URLSearchParams(search).get('next');
  if (!asked?.startsWith('/')) return '/';
  const url = new URL(asked, origin);
  // Two slashes, which dots can hide until they are followed, would begin the name of another site.
  const isHere = url.origin === origin && !url.pathname.startsWith('//');
  return isHere ? `${url.pathname}${url.search}` : '/';
}
