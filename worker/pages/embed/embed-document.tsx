import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { PageAssets } from '../assets.ts';
import { BootData, PageLinks } from '../page-script.tsx';

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
      <PageLinks assets={assets} />
    </head>
    <body>
      {children}
      <BootData boot={boot} />
    </body>
  </html>
);
