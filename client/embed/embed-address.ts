/** What an embed's address may carry; what is left out is as the player has it. */
export interface EmbedParameters {
  /** The video's short id. */
  video: string;
  /** Where to begin: seconds, or `1m23s`. */
  t?: number | string;
  autoplay?: boolean;
  muted?: boolean;
  loop?: boolean;
  controls?: boolean;
  /** Captions: on, or in a language. */
  cc?: boolean | string;
  lang?: string;
  /** `ff8800` */
  color?: string;
  chapters?: boolean;
  comments?: boolean;
  /** A screening to be in step with: what its link carries. */
  screening?: string;
  /** A watch link's token. */
  link?: string;
}

export function addressOfEmbed(origin: string, { video, ...parameters }: EmbedParameters): string {
  const url = new URL(`/embed/${encodeURIComponent(video)}`, origin);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === '') continue;
    url.searchParams.set(name, typeof value === 'boolean' ? (value ? '1' : '0') : String(value));
  }
  return url.href;
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** What one copies into a page: it fills its place and keeps the shape of a picture. */
export const snippetOf = (src: string, title: string): string =>
  `<iframe src="${escape(src)}" title="${escape(title)}" style="aspect-ratio:16/9;width:100%;border:0" ` +
  'allow="autoplay; fullscreen; picture-in-picture; encrypted-media; clipboard-write" allowfullscreen loading="lazy"></iframe>';

/** The same as an element of the page itself. */
export const elementSnippetOf = (origin: string, video: string): string =>
  `<script type="module" src="${origin}/player.js"></script>\n<lockstep-player video="${escape(video)}"></lockstep-player>`;
