import type { Browse } from './browse.ts';
import { counted, type Video } from './pages.ts';

/** Addresses of videos, a line each, in the order they are shown in. */
export const linksOf = (videos: readonly Pick<Video, 'shortId'>[], origin: string): string =>
  videos.map(({ shortId }) => `${origin}/v/${shortId}`).join('\n');

/** Puts the addresses of what is chosen on the clipboard. Who may open them is another thing. */
export async function copyLinks({ entries, shell }: Browse, ids: readonly string[]): Promise<void> {
  const chosen = entries.peek().flatMap(({ video }) => (ids.includes(video.id) ? [video] : []));
  try {
    await navigator.clipboard.writeText(linksOf(chosen, location.origin));
    shell.toasts.tell(`Copied the ${chosen.length === 1 ? 'link' : 'links'} of ${counted(chosen.length)}.`);
  } catch {
    shell.toasts.tell('The browser does not let us copy. Open the videos, and copy their addresses there.');
  }
}
