/** Who looks at the page: nobody known, a guest who gave a name, or an account. */
export interface ViewerBoot {
  kind: 'anonymous' | 'guest' | 'registered';
  userId: string | null;
  name: string | null;
}

export interface VideoBoot {
  id: string;
  shortId: string;
  title: string;
  description: string | null;
  author: { id: string; name: string } | null;
  durationSeconds: number | null;
  width: number | null;
  height: number | null;
  frameRate: { num: number; den: number } | null;
  processingStatus: string;
  processingError: string | null;
  likeCount: number;
  commentCount: number;
  isLikedByYou: boolean;
  hlsUrl: string | null;
  thumbnailUrl: string | null;
  publishedAt: string | null;
  createdAt: string;
}

export interface ChapterBoot {
  id: string;
  title: string;
  startSeconds: number;
  endSeconds: number;
}

/** Everything the watch page needs before its first request. `screening` is null when watching alone. */
export interface WatchBoot {
  video: VideoBoot;
  chapters: ChapterBoot[];
  screening: { id: string; shortId: string } | null;
  viewer: ViewerBoot;
}
