import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { PageAssets } from '../assets.ts';
import { toScriptJson } from '../script-json.ts';

interface EmbedDocumentProps {
  title: string;
  assets: PageAssets;
  boot?: unknown;
  children: Child;
}

/** The frame of what is shown in a frame: dark as a picture's surroundings are, with nothing of the site around it. */
export const EmbedDocument = (props: EmbedDocumentProps) => html`<!doctype html>${(<Frame {...props} />)}`;

const Frame = ({ title, assets, boot, children }: EmbedDocumentProps) => (
  <html lang="en" data-theme="theatre">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {assets.styles.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {assets.script && <script type="module" src={assets.script} />}
      {assets.preloads.map((href) => (
        <link rel="modulepreload" href={href} />
      ))}
    </head>
    <body>
      {children}
      {boot !== undefined && (
        <script type="application/json" id="boot">
          {raw(toScriptJson(boot))}
        </script>
      )}
    </body>
  </html>
);
