import type { Context } from 'hono';
import { faceOf } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { createRouter } from '#worker/http/router.ts';
import { assetsOf } from './assets.ts';
import { renderShell } from './shell-page.tsx';

/** Where the pages behind sign-in are; which one, the browser finds (client/app/shell/routes.tsx). */
const PLACES = ['/library', '/library/*', '/studio/*', '/org', '/org/*', '/account', '/account/*'];

export const shellRoutes = createRouter();

for (const place of PLACES)
  shellRoutes.get(place, async (c: Context<AppEnv>) => {
    const viewer = c.get('viewer');
    const { pathname, search } = new URL(c.req.url);
    if (viewer.kind !== 'registered')
      return c.redirect(`/sign-in?${new URLSearchParams({ next: pathname + search })}`);
    c.header('cache-control', 'private, no-cache');
    c.header('vary', 'cookie');
    return c.html(await renderShell(await assetsOf(c.env, 'shell'), { viewer: faceOf(viewer) }));
  });
