import type { Shape } from '#client/api/client.ts';
import { hostsIn } from '#client/ui/host-names.ts';
import type { Faults } from '../save-task.ts';
import { daysIn } from './organization-rules.ts';

type Guests = 'anyone' | 'named' | 'accounts';

export interface Edit {
  body: Shape<'OrganizationEdit'> | null;
  faults: Faults;
}

/** What the form says; without a body where something is no number of days. */
export function editIn(form: FormData): Edit {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const [longestDays, archiveAfterDays] = [daysIn(text('longestDays')), daysIn(text('archiveAfterDays'))];
  const faults = {
    ...(longestDays === undefined && { '/settings/linkPolicy/longestDays': 'A whole number of days.' }),
    ...(archiveAfterDays === undefined && {
      '/settings/retention/archiveAfterDays': 'A whole number of days.',
    }),
  };
  if (longestDays === undefined || archiveAfterDays === undefined) return { body: null, faults };
  const guests = text('guests') as Guests;
  return {
    faults,
    body: {
      name: text('name'),
      slug: text('slug'),
      description: text('description') || null,
      settings: {
        embedDomains: hostsIn(text('embedDomains')),
        linkPolicy: { guests, isPasswordRequired: form.has('isPasswordRequired'), longestDays },
        retention: { archiveAfterDays },
      },
    },
  };
}
