/** Everything the embed's script starts from; written by worker/pages/embed. */
export interface EmbedBoot {
  video: {
    id: string;
    shortId: string;
    title: string;
    hlsUrl: string | null;
    thumbnailUrl: string | null;
    /** Small pictures of the timeline. */
    storyboardUrl: string | null;
    durationSeconds: number | null;
    frameRate: { num: number; den: number } | null;
  };
  /** Whether anybody may read of it: only then are comments read, for here nobody is known. */
  isOpen: boolean;
  chapters: { title: string; startSeconds: number; endSeconds: number }[];
  options: {
    startSeconds: number | null;
    isAutoplay: boolean;
    isMuted: boolean;
    isLooping: boolean;
    hasControls: boolean;
    captions: string | null;
    language: string | null;
    accent: string | null;
    hasChapters: boolean;
    hasComments: boolean;
    linkToken: string | null;
  };
  /** Whether watching is a use of the link in the options: told when it begins, not when the page is read. */
  opensLink: boolean;
  screening: { id: string; hasEnded: boolean } | null;
  pageUrl: string;
}
