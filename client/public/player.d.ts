/** Types of Lockstep's /player.js: importing it defines `<lockstep-player>`, a video in the page itself. */

/** Frames a second, as a fraction. */
export interface FrameRate {
  num: number;
  den: number;
}

export interface PlayerChapter {
  title: string;
  startSeconds: number;
  endSeconds: number;
}

/** Captions in one language, as a WebVTT file. */
export interface PlayerCaptions {
  /** BCP 47. */
  language: string;
  url: string;
  label?: string;
  isDefault?: boolean;
}

/** A moment, or a stretch, marked on the timeline. */
export interface PlayerMarker {
  id: string;
  positionSeconds: number;
  endSeconds?: number;
  /** Read aloud and shown on hover. */
  label: string;
  /** Drawn so that it does not call for attention. */
  isQuiet?: boolean;
}

/** What moves a picture that is not its viewer's own. */
export interface SteeredPlayback {
  isPlaying: boolean;
  /** Null while it is not known. */
  positionSeconds: number | null;
  /** Whether the viewer has asked for something that is not answered yet. */
  isPending: boolean;
}

/** Who moves the picture instead of the viewer: the player asks, and the page moves the media element. */
export interface PlaybackController {
  now(): SteeredPlayback;
  /** Tells when `isPlaying` or `isPending` may have changed; answers how to stop. */
  subscribe(onChange: () => void): () => void;
  play(): void;
  pause(positionSeconds: number): void;
  seek(positionSeconds: number): void;
  setRate(rate: number): void;
}

/** Attributes, all of them text. Those of the last group are read once, with `video`. */
export interface LockstepPlayerAttributes {
  src?: string;
  poster?: string;
  duration?: string;
  'fps-num'?: string;
  'fps-den'?: string;
  storyboard?: string;
  'video-title'?: string;
  lang?: string;
  preload?: 'view';
  bare?: string;
  drawn?: string;
  nocontrols?: string;
  nokeys?: string;
  following?: string;
  /** A short id instead of `src`: the video is asked of the origin the script came from. */
  video?: string;
  muted?: string;
  loop?: string;
  autoplay?: string;
  /** Seconds. */
  start?: string;
  /** Captions from the start: empty, or a language. */
  cc?: string;
}

/** Events by name, with their `detail`. */
export interface PlayerEvents {
  timeupdate: {
    positionSeconds: number;
    frame: number | null;
    durationSeconds: number;
    isPlaying: boolean;
  };
  /** `n`, or Enter on the picture. */
  commentrequest: { positionSeconds: number; frame: number | null };
  /** A marker, or several that lie together, was chosen; the player seeks by itself. */
  markerselect: { ids: string[]; positionSeconds: number };
  /** The browser wants its viewer to press first. */
  playbackblocked: null;
  /** It does not go on by itself; the words are for the viewer. */
  playbackfailed: { message: string };
  /** Prevent it to show keys in a way of your own. */
  shortcutsrequest: null;
  theatrerequest: null;
  drawrequest: null;
  pointrequest: null;
}

type PlayerListener<Name extends keyof PlayerEvents> = (
  this: LockstepPlayer,
  event: CustomEvent<PlayerEvents[Name]>,
) => void;

type ElementListener<Name extends keyof HTMLElementEventMap> = (
  this: HTMLElement,
  event: HTMLElementEventMap[Name],
) => void;

/** Positions are the file's own time, in seconds. */
export declare class LockstepPlayer extends HTMLElement {
  src: string | null;
  poster: string | null;
  /** Address of a WebVTT track of pictures. */
  storyboard: string | null;
  videoTitle: string | null;
  /** Seconds; null where it is not stated. */
  duration: number | null;
  fpsNum: number | null;
  fpsDen: number | null;
  /** The address to be copied, without a moment; else the page's own. */
  link: string | null;
  /** What other sites put in; without it, it is not offered. */
  embedCode: string | null;
  /** Keys of the page, shown beside the player's. */
  pageKeys: readonly { shown: string; does: string }[];
  readonly video: HTMLVideoElement;
  readonly frameRate: FrameRate | null;
  /** File time minus the element's `currentTime`. */
  readonly timelineShiftSeconds: number;
  /** The centre of the frame on screen. */
  readonly positionSeconds: number;
  /** The number of the frame on screen; null where the frame rate is unknown. */
  readonly frame: number | null;
  chapters: readonly PlayerChapter[];
  markers: readonly PlayerMarker[];
  captions: readonly PlayerCaptions[];
  /** How much was going on along the timeline: shares of the most, in equal parts. */
  set heat(shares: readonly number[]);
  controller: PlaybackController | null;
  loop: boolean;
  load: () => void;
  seekTo: (positionSeconds: number) => void;
  pauseAt: (positionSeconds: number) => void;
  stepFrames: (count: number) => void;
  togglePlay: () => void;
  showShortcuts(): void;
  addEventListener<Name extends keyof PlayerEvents>(
    type: Name,
    listener: PlayerListener<Name>,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: ElementListener<Name>,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof PlayerEvents>(
    type: Name,
    listener: PlayerListener<Name>,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: ElementListener<Name>,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'lockstep-player': LockstepPlayer;
  }
}
