import type { Organization } from '../../shell/shell.ts';

const GUESTS = {
  anyone: undefined,
  named: 'Links let in only who gives a name, or has an account.',
  accounts: 'Links let in only who has an account.',
} as const;

/** What an organization asks of the links of its videos, as sentences; none where it asks nothing. */
export function policyWords({ settings }: Organization): string[] {
  const { isPasswordRequired = false, longestDays = null, guests = 'anyone' } = settings.linkPolicy ?? {};
  const whom = GUESTS[guests];
  return [
    ...(isPasswordRequired ? ['Every link needs a password.'] : []),
    ...(longestDays === null
      ? []
      : [`A link is good for ${longestDays} ${longestDays === 1 ? 'day' : 'days'} at most.`]),
    ...(whom ? [whom] : []),
  ];
}

/** Which sites may show the video, as a sentence. */
export function embedWords({ settings }: Organization): string {
  const domains = settings.embedDomains ?? [];
  if (domains.length === 0) return 'Only this site may show it in a frame until other sites are allowed.';
  if (domains.includes('*')) return 'Any site may show it in a frame.';
  return `These sites may show it in a frame: ${domains.join(', ')}.`;
}
