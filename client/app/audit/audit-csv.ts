import { api } from '#client/api/client.ts';
import type { AuditFilter } from './audit-list.tsx';
import { nextCursorIn } from './next-cursor.ts';
import { answerOf } from '../request.ts';

/** The API answers a hundred lines at once. */
const LINES = 100;

/** The whole log as one table, read page by page; `onPage` hears how many lines there are so far. */
export async function auditCsv(
  organizationId: string,
  filter: AuditFilter,
  onPage: (lines: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const parts: string[] = [];
  let lines = 0;
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    let link: string | null = null;
    const text = await answerOf(
      api
        .GET('/api/organizations/{organizationId}/audit', {
          params: {
            path: { organizationId },
            query: { ...filter, limit: LINES, ...(cursor && { cursor }) },
          },
          headers: { accept: 'text/csv' },
          parseAs: 'text',
          signal,
        })
        .then((answer) => {
          link = answer.response.headers.get('link');
          return answer;
        }),
    );
    const table = String(text);
    // Each page has its line of names; one is enough.
    parts.push(isFirst ? table : table.slice(table.indexOf('\r\n') + 2));
    lines += table.split('\r\n').length - 2;
    onPage(lines);
    cursor = nextCursorIn(link);
  }
  return parts.join('');
}
