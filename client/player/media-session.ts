import type { PlayerMedia } from './player-media.ts';
import type { PlayerChapter } from './player-contract.ts';
import type { PlayerRequests } from './requests.ts';
import { neighbourChapterSeconds } from './timeline-neighbours.ts';

const STEP_SECONDS = 10;

export interface Shown {
  title: string | null;
  artworkUrl: string | null;
  chapters: readonly PlayerChapter[];
}

/** Newer than the types: what is shown of the chapters on a lock screen. */
interface ChapterInit {
  title: string;
  startTime: number;
}

/** Headset and lock-screen keys ask like any control: in step they steer everyone. Answers how to stop. */
export function listenForMediaKeys(
  { media, requests }: { media: PlayerMedia; requests: PlayerRequests },
  chapters: () => readonly PlayerChapter[],
): () => void {
  if (!('mediaSession' in navigator)) return () => undefined;
  const { mediaSession } = navigator;
  const seekBy = (seconds: number) => requests.seek(media.positionSeconds + seconds);
  const toChapter = (direction: 1 | -1) => {
    const seconds = neighbourChapterSeconds(chapters(), media.positionSeconds, direction);
    if (seconds !== undefined) requests.seek(seconds);
  };
  const handlers = {
    play: () => requests.play(),
    pause: () => requests.pause(),
    seekbackward: ({ seekOffset }) => seekBy(-(seekOffset ?? STEP_SECONDS)),
    seekforward: ({ seekOffset }) => seekBy(seekOffset ?? STEP_SECONDS),
    seekto: ({ seekTime }) => seekTime !== undefined && requests.seek(seekTime),
    previoustrack: () => toChapter(-1),
    nexttrack: () => toChapter(1),
  } satisfies Partial<Record<MediaSessionAction, MediaSessionActionHandler>>;
  const actions = Object.keys(handlers) as (keyof typeof handlers)[];
  for (const action of actions) mediaSession.setActionHandler(action, handlers[action]);
  return () => {
    for (const action of actions) mediaSession.setActionHandler(action, null);
    mediaSession.metadata = null;
  };
}

/** What a lock screen shows of the video. */
export function tellMediaSession({ title, artworkUrl, chapters }: Shown): void {
  if (!('mediaSession' in navigator) || title === null) return;
  const chapterInfo: ChapterInit[] = chapters.map((chapter) => ({
    title: chapter.title,
    startTime: chapter.startSeconds,
  }));
  const artwork = artworkUrl === null ? [] : [{ src: artworkUrl }];
  navigator.mediaSession.metadata = new MediaMetadata(
    Object.assign({ title, artwork }, chapterInfo.length > 0 && { chapterInfo }),
  );
}

/** Where it stands, for a lock screen's own bar. */
export function tellPosition({ durationSeconds, positionSeconds, video }: PlayerMedia): void {
  if (!('mediaSession' in navigator) || !(durationSeconds > 0)) return;
  navigator.mediaSession.setPositionState({
    duration: durationSeconds,
    position: Math.min(positionSeconds, durationSeconds),
    playbackRate: video.playbackRate || 1,
  });
}
