const HOST = /^(\*|localhost|(\*\.)?[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+)$/i;
const MOST_HOSTS = 50;

export const HOSTS_HINT =
  'One host name a line, as in example.com; *.example.com are all below it, * is any site.';

/** Host names as people list them: by lines, commas or spaces. */
export const hostsIn = (text: string): string[] => text.split(/[\s,;]+/).filter((host) => host !== '');

/** What keeps a list of host names from being taken, in words. */
export function hostsFault(hosts: readonly string[]): string | undefined {
  if (hosts.length > MOST_HOSTS) return `At most ${MOST_HOSTS} host names.`;
  const odd = hosts.find((host) => !HOST.test(host));
  return odd === undefined ? undefined : `“${odd}” is no host name, as in example.com.`;
}
