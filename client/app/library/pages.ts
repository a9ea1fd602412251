import type { Shape } from '#client/api/client.ts';

export type Video = Shape<'Video'>;

type Highlighted = Shape<'Highlighted'>;

/** Where a video was found: in its title, a part of its description, and the moment it is said. */
export interface Found {
  title: Highlighted;
  description: Highlighted | null;
  spoken: { startSeconds: number; text: Highlighted } | null;
}

/** One video of a list; `found` where it was looked for. */
export interface Entry {
  readonly video: Video;
  readonly found: Found | null;
}

/** One page as it was answered. */
export interface ListPage {
  /** What it was asked by; null for the first. */
  readonly cursor: string | null;
  readonly items: readonly Entry[];
  readonly next: string | null;
  readonly prev: string | null;
  readonly total: { count: number; isMore: boolean } | null;
}

/**
 * What the pages show together. A video that moved while one went on reading comes again on a later page: it
 * stays where it was seen first.
 */
export function entriesOf(pages: readonly ListPage[], hidden: ReadonlySet<string>): Entry[] {
  const seen = new Set(hidden);
  return pages
    .flatMap(({ items }) => items)
    .filter(({ video: { id } }) => {
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
}

/** The page behind those there are, or before them. */
export const withPage = (
  pages: readonly ListPage[],
  page: ListPage,
  where: 'behind' | 'before',
): readonly ListPage[] => (where === 'behind' ? [...pages, page] : [page, ...pages]);

/** A page as it is now, in its place; behind the last page there is none. */
export const withFreshPage = (pages: readonly ListPage[], page: ListPage, at: number): readonly ListPage[] =>
  page.next === null ? [...pages.slice(0, at), page] : pages.with(at, page);

/** The newer state of one video, wherever it stands. */
export const withVideo = (pages: readonly ListPage[], video: Video): readonly ListPage[] =>
  pages.map((page) =>
    page.items.some((entry) => entry.video.id === video.id)
      ? {
          ...page,
          items: page.items.map((entry) => (entry.video.id === video.id ? { ...entry, video } : entry)),
        }
      : page,
  );

/** What the page with this video was asked by: where a reload takes up the list. */
export const cursorOf = (pages: readonly ListPage[], videoId: string): string | null =>
  pages.find(({ items }) => items.some(({ video }) => video.id === videoId))?.cursor ?? null;

/** How much there is, as far as one can say: "24 videos", "24 videos and more". */
export function countWords(pages: readonly ListPage[], shown: number): string {
  const total = pages.at(-1)?.total ?? null;
  if (total) return `${counted(total.count)}${total.isMore ? ' and more' : ''} found`;
  const isAll = pages.at(-1)?.next === null && pages[0]?.prev === null;
  return isAll ? counted(shown) : `${counted(shown)} shown, there are more`;
}

export const counted = (count: number): string => (count === 1 ? '1 video' : `${count} videos`);
