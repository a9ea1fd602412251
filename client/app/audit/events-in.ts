import type { Page } from '#client/ui/page-list.ts';
import type { Shape } from '#client/api/client.ts';

/** The log as it was asked for; the API would answer who wants it with a table, too. */
export function eventsIn(answer: Page<Shape<'AuditEvent'>> | string): Page<Shape<'AuditEvent'>> {
  if (typeof answer === 'string') throw new Error('The log came as a table. Reload the page.');
  return answer;
}
