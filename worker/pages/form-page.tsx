import { faceOf, type Viewer } from '#worker/accounts/viewer.ts';
import type { PageAssets } from './assets.ts';
import { renderDocument } from './document.tsx';
import { SiteHeader } from './header.tsx';

/** A page that its script draws whole, such as signing in; `more` is what the script starts from besides its viewer. */
export const renderForm = (
  viewer: Viewer,
  assets: PageAssets,
  title: string,
  { isTheatre = false, ...more }: { isTheatre?: boolean; [fact: string]: unknown } = {},
) =>
  renderDocument({
    title: `${title} · Lockstep`,
    assets,
    isTheatre,
    boot: { viewer: faceOf(viewer), ...more },
    children: (
      <>
        <SiteHeader viewer={viewer} />
        <main id="main" class="narrow">
          <h1>{title}</h1>
          <noscript>
            <p class="notice">This page needs JavaScript.</p>
          </noscript>
        </main>
      </>
    ),
  });
