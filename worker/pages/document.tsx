import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Child } from 'hono/jsx';
import type { PageAssets } from './assets.ts';
import { BootData, PageLinks } from './page-script.tsx';

export interface DocumentProps {
  title: string;
  assets: PageAssets;
  /** Watching is dark; everything else follows the system. */
  isTheatre?: boolean;
  head?: Child;
  /** What the page's script starts from. */
  boot?: unknown;
  children: Child;
}

/** Every page's frame. */
export function renderDocument(props: DocumentProps): HtmlEscapedString | Promise<HtmlEscapedString> {
  return html`<!doctype html>${(<Document {...props} />)}`;
}

function Document({ title, assets, isTheatre = false, head, boot, children }: DocumentProps) {
  return (
    <html lang="en" data-theme={isTheatre ? 'theatre' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <title>{title}</title>
        <PageLinks assets={assets} />
        {head}
      </head>
      <body>
        <a class="skip-link" href="#main">
          Skip to content
        </a>
        <div id="app">{children}</div>
        <BootData boot={boot} />
      </body>
    </html>
  );
}
