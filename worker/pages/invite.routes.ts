import type { Context } from 'hono';
import { acceptInvitation, readInvitation } from '#worker/accounts/accept-invitation.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { apiBodyLimit } from '#worker/http/body-limit.ts';
import { createRouter } from '#worker/http/router.ts';
import { assetsOf } from './assets.ts';
import { renderInvitation, renderInvitationGone } from './invite-page.tsx';

type Page = Context<AppEnv>;

/** `/invite/{token}`: the page an invitation opens. It works without a script. */
export const invitePageRoutes = createRouter();
invitePageRoutes.use('/invite/:token', apiBodyLimit);

invitePageRoutes.get('/invite/:token', (c) => show(c, null));

invitePageRoutes.post('/invite/:token', async (c) => {
  try {
    await acceptInvitation(c, tokenOf(c));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return show(c, error);
  }
  // Shown again, by its own address: that one is a member now.
  return c.redirect(c.req.path, 303);
});

async function show(c: Page, problem: AppError | null): Promise<Response> {
  const [viewer, assets] = [c.get('viewer'), await assetsOf(c.env, null)];
  try {
    const invitation = await readInvitation(c, tokenOf(c));
    const page = renderInvitation(viewer, assets, {
      invitation,
      path: c.req.path,
      problem: problem?.message,
    });
    return send(c, await page, problem ? problem.status : 200);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error;
    return send(c, await renderInvitationGone(viewer, assets, error.message), 404);
  }
}

const tokenOf = (c: Page): string => (c.req.param('token') ?? '').slice(0, 64);

function send(c: Page, body: Parameters<Page['html']>[0], status: AppError['status'] | 200) {
  c.header('cache-control', 'no-store');
  return c.html(body, status);
}
