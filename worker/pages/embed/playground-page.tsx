import { faceOf, type Viewer } from '#worker/accounts/viewer.ts';
import type { PageAssets } from '../assets.ts';
import { renderDocument } from '../document.tsx';
import { SiteHeader } from '../header.tsx';

/** `/embed/test`: drawn whole by its script. */
export const renderPlayground = (viewer: Viewer, assets: PageAssets) =>
  renderDocument({
    title: 'Try an embed · Lockstep',
    assets,
    head: <meta name="robots" content="noindex" />,
    boot: { viewer: faceOf(viewer) },
    children: (
      <>
        <SiteHeader viewer={viewer} />
        <main id="main" class="playground">
          <h1>Try an embed</h1>
          <noscript>
            <p class="notice">This page needs JavaScript.</p>
          </noscript>
        </main>
      </>
    ),
  });
