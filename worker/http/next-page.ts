import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';

/** Tells the pages around this one in a Link header (RFC 8288) too, for clients that know no list's shape. */
export function linkPages(
  c: Context<AppEnv>,
  { next, prev }: { next: string | null; prev?: string | null },
): void {
  const at = (rel: string, cursor: string | null): string => {
    const url = new URL(c.req.url);
    if (cursor === null) url.searchParams.delete('cursor');
    else url.searchParams.set('cursor', cursor);
    return `<${url.pathname}${url.search}>; rel="${rel}"`;
  };
  const links = [
    ...(next ? [at('next', next)] : []),
    ...(prev ? [at('prev', prev)] : []),
    ...(c.req.query('cursor') === undefined ? [] : [at('first', null)]),
  ];
  if (links.length > 0) c.header('link', links.join(', '));
}

export const linkNext = (c: Context<AppEnv>, next: string | null): void => linkPages(c, { next });
