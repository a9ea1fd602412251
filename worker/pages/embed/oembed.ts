import { ShortId } from '#protocol/id.ts';

/** What an address of ours shows: a video, a screening of one, or what lies behind a watch link. */
export type Shown = { kind: 'video' | 'screening'; shortId: string } | { kind: 'link' };

const PLACES: Record<string, 'video' | 'screening' | 'link'> = {
  v: 'video',
  embed: 'video',
  s: 'screening',
  w: 'link',
};

/** Undefined for an address that is not ours, or shows nothing that could be embedded. */
export function parseShown(address: string, ownOrigins: readonly string[]): Shown | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  const [, place = '', id = '', ...rest] = pathname.split('/');
  if (!ownOrigins.includes(origin) || rest.join('') !== '') return undefined;
  const kind = Object.hasOwn(PLACES, place) ? PLACES[place] : undefined;
  if (kind === 'link') return { kind };
  return kind !== undefined && ShortId.safeParse(id).success ? { kind, shortId: id } : undefined;
}

interface Size {
  width: number;
  height: number;
}

const USUAL_WIDTH = 640;
const LEAST = 1;

/** As large as a picture of this shape may be within the limits; 640 wide where there are none. */
export function fitSize(
  video: { width: number | null; height: number | null },
  most: { maxwidth?: number | undefined; maxheight?: number | undefined },
): Size {
  const ratio = video.width && video.height ? video.width / video.height : 16 / 9;
  const byWidth = most.maxwidth ?? (most.maxheight === undefined ? USUAL_WIDTH : Infinity);
  const width = Math.min(byWidth, (most.maxheight ?? Infinity) * ratio);
  return { width: Math.max(LEAST, Math.floor(width)), height: Math.max(LEAST, Math.round(width / ratio)) };
}

const POSTER_WIDTH = 1280;

/** Undefined where the picture is larger than asked for: the limits hold for it, too. */
export function posterSize(
  video: { width: number | null; height: number | null },
  most: { maxwidth?: number | undefined; maxheight?: number | undefined },
): Size | undefined {
  const size = fitSize(video, { maxwidth: Math.min(POSTER_WIDTH, video.width ?? POSTER_WIDTH) });
  const isTooLarge = size.width > (most.maxwidth ?? Infinity) || size.height > (most.maxheight ?? Infinity);
  return isTooLarge ? undefined : size;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** What a page puts where the video is to be. Its title names the frame, for who cannot see it. */
export const frameMarkup = ({ src, title, width, height }: Size & { src: string; title: string }): string =>
  `<iframe src="${escape(src)}" title="${escape(title)}" width="${width}" height="${height}" style="border:0" ` +
  'allow="autoplay; fullscreen; picture-in-picture; encrypted-media; clipboard-write" allowfullscreen loading="lazy"></iframe>';
