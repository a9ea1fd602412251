/** Where to go after signing in: a path of this site, never another site. */
export function nextAddress(search: string, origin: string): string {
  const asked = new URLSearchParams(search).get('next');
  if (!asked?.startsWith('/')) return '/';
  const url = new URL(asked, origin);
  return url.origin === origin ? `${url.pathname}${url.search}` : '/';
}
