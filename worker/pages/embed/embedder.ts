/** An organization's host names, as settings hold them: `example.com`, `*.example.com`, `localhost`, `*`. */
type Domains = readonly string[];

/**
 * The sources of `frame-ancestors` for pages of an organization: its sites and ourselves. A host without a scheme is
 * held to ours, so that a site over http cannot frame a page over https.
 */
export const frameAncestorsOf = (domains: Domains): string =>
  ["'self'", ...domains.flatMap((domain) => (domain === 'localhost' ? AT_HOME : [domain]))].join(' ');

/** Whoever develops a site does it on some port or other, seldom with a certificate. */
const AT_HOME = ['http://localhost:*', 'https://localhost:*'];

/**
 * Whether a request that says where it comes from comes from a page that may not show this. What says nothing is left
 * to the browser, which is told by the policy: this only spares people its blank page.
 */
export function isOutsider(
  referer: string | undefined,
  ownHosts: readonly string[],
  domains: Domains,
): boolean {
  if (referer === undefined || !URL.canParse(referer)) return false;
  const { host, hostname } = new URL(referer);
  return !ownHosts.includes(host) && !domains.some((domain) => isWithin(hostname, domain));
}

/** The same of an origin, as browsers name it to others'; a page without one (`null`) is none of those listed. */
export const isOutsiderOrigin = (
  origin: string | undefined,
  ownHosts: readonly string[],
  domains: Domains,
): boolean => (origin === 'null' ? !domains.includes('*') : isOutsider(origin, ownHosts, domains));

function isWithin(hostname: string, domain: string): boolean {
  if (domain === '*') return true;
  return domain.startsWith('*.') ? hostname.endsWith(domain.slice(1)) : hostname === domain;
}
