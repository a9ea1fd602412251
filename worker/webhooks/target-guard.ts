import ipaddr from 'ipaddr.js';

/** Where webhooks may go. */
export interface Reach {
  /** Also http and this machine itself: at home and in tests, never in production. */
  allowsLoopback: boolean;
  /** Our own host: nobody has us call ourselves. */
  ownHost?: string | undefined;
}

const PORTS = new Set(['', '443', '8443']);
/** Names that no public name server answers for, or that lead inside. */
const INNER_NAMES =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|localdomain|home\.arpa|test|invalid|onion|in-addr\.arpa|ip6\.arpa)$/;

/** Why nothing is sent to an address, in words; undefined for one that may be tried. Its host is yet to be resolved. */
export function refusalOfUrl(text: string, { allowsLoopback, ownHost }: Reach): string | undefined {
  if (!URL.canParse(text)) return 'This is not a URL.';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'A webhook’s URL holds no name or password.';
  if (allowsLoopback && isLoopback(url)) return undefined;
  if (url.protocol !== 'https:') return 'Webhooks are sent over https only.';
  if (!PORTS.has(url.port)) return 'Webhooks are sent to the ports 443 and 8443 only.';
  const host = bareHost(url);
  // The URL parser has turned every spelling of an IPv4 address (decimal, octal, hex, short) into the usual one.
  if (ipaddr.isValid(host) || host.includes(':')) return 'Give a host name, not an IP address.';
  if (!host.includes('.') || INNER_NAMES.test(host)) return 'This host is not on the public internet.';
  if (ownHost !== undefined && host === ownHost.toLowerCase()) return 'This is our own address.';
  return undefined;
}

/** Whether the URL is of this machine, by its spelling alone: no name is looked up for it. */
export function isLoopback(url: URL): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  const host = bareHost(url);
  return host === 'localhost' || host === '127.0.0.1' || host === '::1';
}

/** Without brackets and without the dot that ends a full name. */
export const bareHost = (url: URL): string =>
  url.hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '');

/** Every address a name has must be public, or the name leads nowhere. Why not, in words. */
export function refusalOfAddresses(addresses: readonly string[]): string | undefined {
  if (addresses.length === 0) return 'The host name leads nowhere.';
  return addresses.every(isPublicAddress) ? undefined : 'The host name leads into a private network.';
}

/** Of IPv6 only what is handed out to the world (2000::/3), and nothing in it that carries another address. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || text.includes('%')) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6
    ? address.match(ipaddr.IPv6.parseCIDR('2000::/3'))
    : ipaddr.IPv4.isValidFourPartDecimal(text);
}
