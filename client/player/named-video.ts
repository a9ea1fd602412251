import type { PlayerChapter } from './player-contract.ts';

/** What is read of a video, and no more: its address is public, so is this. */
interface PublicVideo {
  title: string;
  hlsUrl: string | null;
  thumbnailUrl: string | null;
  durationSeconds: number | null;
  frameRate: { num: number; den: number } | null;
}

/** The player, as far as a video is put into it. */
interface Shown extends HTMLElement {
  src: string | null;
  poster: string | null;
  duration: number | null;
  fpsNum: number | null;
  fpsDen: number | null;
  chapters: readonly PlayerChapter[];
  readonly video: HTMLVideoElement;
  onPlaybackFailed(words: string): void;
}

const SHORT_ID = /^[\w-]{11}$/;

/** Plays the video of this short id, asked of the origin this script came from. The newest name given counts. */
export function showNamed(player: Shown, shortId: string | null): void {
  if (shortId !== null) void show(player, shortId);
}

async function show(player: Shown, shortId: string): Promise<void> {
  const isCurrent = () => player.getAttribute('video') === shortId;
  try {
    const { video, chapters } = await load(shortId);
    if (!isCurrent()) return;
    if (video.hlsUrl === null) return player.onPlaybackFailed('This video is still being prepared.');
    player.duration = video.durationSeconds;
    player.fpsNum = video.frameRate?.num ?? null;
    player.fpsDen = video.frameRate?.den ?? null;
    player.poster = video.thumbnailUrl && addressOf(video.thumbnailUrl);
    player.src = addressOf(video.hlsUrl);
    player.chapters = chapters;
    player.video.setAttribute('aria-label', video.title);
  } catch (error) {
    if (isCurrent()) player.onPlaybackFailed(error instanceof Absent ? ABSENT : UNREACHABLE);
  }
}

const ABSENT = 'The video is not available here.';
const UNREACHABLE = 'The video cannot be reached. Check your connection.';

class Absent extends Error {}

async function load(shortId: string): Promise<{ video: PublicVideo; chapters: PlayerChapter[] }> {
  if (!SHORT_ID.test(shortId)) throw new Absent();
  const path = `/api/videos/${shortId}`;
  const [video, outline] = await Promise.all([
    read<PublicVideo>(path),
    read<{ items: PlayerChapter[] }>(`${path}/chapters`),
  ]);
  return { video, chapters: outline.items };
}

/** Without cookies: a page of another origin has none to send. */
async function read<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(addressOf(path), { credentials: 'same-origin' });
  if (answer.status === 404) throw new Absent();
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json() as Promise<Answer>;
}

const addressOf = (path: string): string => new URL(path, import.meta.url).href;
