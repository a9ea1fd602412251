import type { PageAssets } from './assets.ts';
import { renderDocument } from './document.tsx';
import { Mark } from './header.tsx';

/** The frame of every page behind sign-in; the rest is drawn by its script. */
export const renderShell = (assets: PageAssets, boot: object) =>
  renderDocument({
    title: 'Lockstep',
    assets,
    boot,
    children: (
      <div class="application">
        <header class="application-head">
          <a class="wordmark" href="/">
            <Mark />
            <span class="wordmark-name">Lockstep</span>
          </a>
        </header>
        <main id="main" class="application-main">
          <noscript>
            <p class="notice">This page needs JavaScript.</p>
          </noscript>
        </main>
      </div>
    ),
  });
