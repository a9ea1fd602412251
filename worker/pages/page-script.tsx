import { raw } from 'hono/html';
import type { PageAssets } from './assets.ts';
import { toScriptJson } from './script-json.ts';

/** What a page is drawn with: styles and scripts of our own files only. */
export const PageLinks = ({ assets }: { assets: PageAssets }) => (
  <>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    {assets.styles.map((href) => (
      <link rel="stylesheet" href={href} />
    ))}
    {assets.script && <script type="module" src={assets.script} />}
    {assets.preloads.map((href) => (
      <link rel="modulepreload" href={href} />
    ))}
  </>
);

/** What the page's script starts from, in a block that is never run. */
export const BootData = ({ boot }: { boot: unknown }) =>
  boot === undefined ? null : (
    <script type="application/json" id="boot">
      {raw(toScriptJson(boot))}
    </script>
  );
