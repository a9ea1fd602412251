import type { Child } from 'hono/jsx';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { PageAssets } from './assets.ts';
import { renderDocument } from './document.tsx';
import { SiteHeader } from './header.tsx';

/** A page that says one thing and offers the way on. */
export const renderMessage = (viewer: Viewer, assets: PageAssets, title: string, children: Child) =>
  renderDocument({
    title: `${title} · Lockstep`,
    assets,
    head: <meta name="robots" content="noindex" />,
    children: (
      <>
        <SiteHeader viewer={viewer} />
        <main id="main" class="narrow">
          <h1>{title}</h1>
          {children}
        </main>
      </>
    ),
  });

/** Where there is something to see. */
export const WayHome = () => (
  <p class="row">
    <a class="button" href="/">
      See what can be watched
    </a>
  </p>
);

/** The same whether it never was, is gone, or is not this viewer's to see. */
export const renderNotFound = (viewer: Viewer, assets: PageAssets, path: string) =>
  renderMessage(
    viewer,
    assets,
    'There is nothing here',
    <>
      <p>The link may be mistyped, the video may be gone, or it is not shared with you.</p>
      {viewer.kind !== 'registered' && (
        <p>
          If it is yours, <a href={`/sign-in?next=${encodeURIComponent(path)}`}>sign in</a> and you are
          brought back here.
        </p>
      )}
      <WayHome />
    </>,
  );
