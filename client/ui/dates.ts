const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** "21 Nov 2026", as the reader's language writes it. */
export const dayOf = (iso: string): string => DAY.format(new Date(iso));

/** "21 Nov 2026, 14:05" */
export const momentOf = (iso: string): string => MOMENT.format(new Date(iso));
