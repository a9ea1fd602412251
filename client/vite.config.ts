import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = dirname(fileURLToPath(import.meta.url));

/** What pages of other origins load by name: these addresses stay. */
const STABLE = new Set(['player', 'sdk']);

/** Parts of media-chrome that others of it import and the player never shows: 4 KB before play. */
const LEFT_OUT =
  /^\.\/media-(keyboard-shortcuts-dialog|preview-(thumbnail|time-display|chapter-display))\.js$/;

/**
 * One entry per page the worker renders. There is no index.html: the worker writes each page's head and reads
 * the hashed names from `dist/manifest.json` (worker/pages/assets.ts), so a key here is a page's name there.
 */
export default defineConfig({
  root,
  // Relative: scripts loaded from another origin's page find their parts beside themselves.
  base: './',
  publicDir: `${root}/public`,
  resolve: {
    alias: [{ find: LEFT_OUT, replacement: `${root}/player/controls/left-out.ts` }],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: `${root}/dist`,
    emptyOutDir: true,
    manifest: 'manifest.json',
    // light-dark() and oklch() are used as they are: these are the first engines with both.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      input: {
        page: `${root}/ui/page.css`,
        watch: `${root}/app/watch/main.tsx`,
        compare: `${root}/app/compare/main.tsx`,
        signIn: `${root}/app/sign-in/main.tsx`,
        shell: `${root}/app/shell/main.tsx`,
        embed: `${root}/embed/main.ts`,
        playground: `${root}/app/playground/main.tsx`,
        player: `${root}/embed/player.ts`,
        sdk: `${root}/embed/sdk.ts`,
      },
      preserveEntrySignatures: 'exports-only',
      output: {
        entryFileNames: ({ name }) => (STABLE.has(name) ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
