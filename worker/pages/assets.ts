import type { Env } from '#worker/env.ts';

/** What a page has to load: hashed addresses, as Vite's manifest names them. */
export interface PageAssets {
  script: string | null;
  /** What the script imports, to be fetched beside it instead of after it. */
  preloads: string[];
  styles: string[];
}

interface ManifestChunk {
  file: string;
  imports?: string[];
  css?: string[];
}
type Manifest = Record<string, ManifestChunk>;

/** The entries of client/vite.config.ts. */
export const ENTRIES = {
  watch: 'app/watch/main.tsx',
  compare: 'app/compare/main.tsx',
  signIn: 'app/sign-in/main.tsx',
  shell: 'app/shell/main.tsx',
  embed: 'embed/main.ts',
  playground: 'app/playground/main.tsx',
} as const;
/** What an entry asks for as soon as it runs, by the ends of its names: fetched beside it instead of after it. */
const ASKED_FOR_AT_ONCE: Record<string, readonly string[]> = {
  [ENTRIES.watch]: ['app/watch/on-stage.ts', 'room/live-parts.ts', 'hls.js/dist/hls.light.mjs'],
};
const PAGE_STYLES = 'ui/page.css';

let manifest: Promise<Manifest> | undefined;

/** Of one entry, or with null of a page without a script. Read once per isolate: a deployment has one manifest. */
export async function assetsOf(
  env: Pick<Env, 'ASSETS'>,
  entry: keyof typeof ENTRIES | null,
): Promise<PageAssets> {
  manifest ??= readManifest(env);
  try {
    return collectAssets(await manifest, entry && ENTRIES[entry]);
  } catch (error) {
    // Asked for again by the next request: a failed read must not stay for the isolate's life.
    manifest = undefined;
    throw error;
  }
}

async function readManifest({ ASSETS }: Pick<Env, 'ASSETS'>): Promise<Manifest> {
  // The binding looks at the path only.
  const response = await ASSETS.fetch('https://assets/manifest.json');
  if (!response.ok) throw new Error('The pages are not built: client/dist/manifest.json is missing.');
  return response.json();
}

/** Walks an entry's imports; each file once, styles in the order they are imported in. */
export function collectAssets(chunks: Manifest, entry: string | null): PageAssets {
  const styles = new Set<string>();
  const preloads = new Set<string>();
  const page = chunks[PAGE_STYLES];
  if (page) styles.add(`/${page.file}`);
  const visit = (key: string) => {
    const chunk = chunks[key];
    if (!chunk || preloads.has(`/${chunk.file}`)) return;
    preloads.add(`/${chunk.file}`);
    for (const imported of chunk.imports ?? []) visit(imported);
    for (const style of chunk.css ?? []) styles.add(`/${style}`);
  };
  if (entry) visit(entry);
  for (const name of (entry && ASKED_FOR_AT_ONCE[entry]) ?? [])
    for (const key of Object.keys(chunks)) if (key.endsWith(name)) visit(key);
  const script = entry ? (chunks[entry]?.file ?? null) : null;
  preloads.delete(`/${script}`);
  return { script: script && `/${script}`, preloads: [...preloads], styles: [...styles] };
}
