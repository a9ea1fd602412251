import { giveCaptions, type Transcript } from './give-captions.ts';
import type { Failure } from './overlay.ts';
import type { PlayerCaptions, PlayerChapter } from './player-contract.ts';

/** What is read of a video, and no more: its address is public, so is this. */
interface PublicVideo {
  title: string;
  hlsUrl: string | null;
  thumbnailUrl: string | null;
  storyboardUrl: string | null;
  durationSeconds: number | null;
  frameRate: { num: number; den: number } | null;
}

/** The player, as far as a video is put into it. */
export interface NamedPlayer extends HTMLElement {
  src: string | null;
  poster: string | null;
  storyboard: string | null;
  videoTitle: string | null;
  link: string | null;
  duration: number | null;
  fpsNum: number | null;
  fpsDen: number | null;
  chapters: readonly PlayerChapter[];
  captions: readonly PlayerCaptions[];
  loop: boolean;
  readonly video: HTMLVideoElement;
  seekTo(positionSeconds: number): void;
  togglePlay(): void;
  onPlaybackFailed(failure: Failure): void;
}

const SHORT_ID = /^[\w-]{11}$/;

/** Plays the video of this short id, asked of the origin this script came from. The newest name given counts. */
export async function showPublic(player: NamedPlayer, shortId: string): Promise<void> {
  const isCurrent = () => player.getAttribute('video') === shortId;
  try {
    const { video, chapters, transcripts } = await load(shortId);
    if (!isCurrent()) return;
    if (video.hlsUrl === null) return player.onPlaybackFailed('preparing');
    player.duration = video.durationSeconds;
    player.fpsNum = video.frameRate?.num ?? null;
    player.fpsDen = video.frameRate?.den ?? null;
    player.poster = video.thumbnailUrl && addressOf(video.thumbnailUrl);
    player.storyboard = video.storyboardUrl && addressOf(video.storyboardUrl);
    player.videoTitle = video.title;
    player.link = addressOf(`/v/${shortId}`);
    if (isElsewhere() && player.video.crossOrigin === null) player.video.crossOrigin = 'anonymous';
    player.src = addressOf(video.hlsUrl);
    player.chapters = chapters;
    begin(player);
    giveCaptions(player, transcripts, captionsOf(player, shortId));
  } catch (error) {
    if (isCurrent()) player.onPlaybackFailed(error instanceof Refused ? error.failure : 'unreachable');
  }
}

/** As the element's attributes have it, once: `muted`, `loop`, `start` (seconds), `autoplay`. */
function begin(player: NamedPlayer): void {
  const has = (name: string) => player.hasAttribute(name);
  if (has('muted')) player.video.muted = true;
  if (has('loop')) player.loop = true;
  const startSeconds = Number(player.getAttribute('start'));
  if (startSeconds > 0) player.seekTo(startSeconds);
  if (has('autoplay') && player.video.paused) player.togglePlay();
}

/** `cc`: from the start, in its language or in any. */
function captionsOf(player: NamedPlayer, shortId: string) {
  const asked = player.getAttribute('cc');
  const captions = asked === '' || asked === '1' ? 'on' : asked;
  const url = addressOf(`/api/videos/${shortId}/transcripts`);
  return { url, captions, language: player.getAttribute('lang') };
}

/** In a page of another origin tracks are read only by an element that asks as anybody would. */
const isElsewhere = (): boolean => new URL(import.meta.url).origin !== location.origin;

class Refused extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure);
    this.failure = failure;
  }
}

interface Named {
  video: PublicVideo;
  chapters: PlayerChapter[];
  transcripts: Transcript[];
}

/** Without cookies: a page of another origin has none to send. Whether its site may show the video is decided there. */
async function load(shortId: string): Promise<Named> {
  if (!SHORT_ID.test(shortId)) throw new Refused('absent');
  const answer = await fetch(addressOf(`/embed/${shortId}/video.json`), { credentials: 'same-origin' });
  if (answer.status === 404) throw new Refused('absent');
  if (answer.status === 403) throw new Refused('elsewhere');
  if (!answer.ok) throw new Refused('unreachable');
  return answer.json() as Promise<Named>;
}

const addressOf = (path: string): string => new URL(path, import.meta.url).href;
