import type { Shape } from '#client/api/client.ts';

/** Who looks at the page: nobody known, a guest who gave a name, or an account. */
export interface ViewerBoot {
  kind: Shape<'Me'>['kind'];
  userId: string | null;
  name: string | null;
}

export type ChapterBoot = Pick<Shape<'Chapter'>, 'id' | 'title' | 'startSeconds' | 'endSeconds'>;

/** Everything the watch page needs before its first request. `screening` is null when watching alone. */
export interface WatchBoot {
  video: Shape<'Video'>;
  chapters: ChapterBoot[];
  screening: { id: string; shortId: string } | null;
  /** The screening the address names, where it has ended: its recap stands above the video. */
  endedScreening: { shortId: string } | null;
  viewer: ViewerBoot;
  /** Whether this viewer decides on this version, reads what was decided, or is no reviewer of it. */
  review: 'decides' | 'reads' | null;
}
