import type { PageAssets } from '../assets.ts';
import { EmbedDocument } from './embed-document.tsx';

/** Stands where a video cannot: what it is is not told, only where it may be. */
export function renderCard(
  assets: PageAssets,
  { words, origin, shortId }: { words: string; origin: string; shortId: string },
) {
  const address = new URL(`/v/${encodeURIComponent(shortId)}`, origin);
  return EmbedDocument({
    title: words,
    assets,
    children: (
      <main class="embed-card">
        <h1>{words}</h1>
        <p>
          <a href={address.href} target="_blank" rel="noopener">
            Open at {address.host}
          </a>
        </p>
      </main>
    ),
  });
}
