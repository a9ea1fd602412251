/** Types of Lockstep's /sdk.js: a video in a frame of the page, spoken with as with an HTMLMediaElement. */

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

/** Events by name, with their `detail`. Seconds are the video's own time. */
export interface EmbedEvents {
  ready: { src: string; events: readonly string[]; methods: readonly string[] };
  play: null;
  pause: null;
  ended: null;
  timeupdate: { seconds: number; duration: number };
  /** `percent`: how much of it is loaded, from 0 to 1. */
  progress: { seconds: number; duration: number; percent: number };
  seeked: { seconds: number; duration: number };
  error: { code: number; msg: string };
  /** `volume` from 0 to 100. */
  volumechange: { volume: number; muted: boolean };
  ratechange: { rate: number };
  /** Null between chapters. */
  chapterchange: { index: number; title: string; startSeconds: number; endSeconds: number } | null;
  /** One of those added has been passed. */
  cuepoint: { id: string; seconds: number };
  /** Marks on the timeline were chosen. */
  commentopen: { ids: readonly string[]; seconds: number };
  screeningstate: {
    screeningId: string;
    status: 'joining' | 'in-step' | 'reconnecting' | 'ended' | 'lost';
    isPlaying: boolean;
    message: string | null;
  };
  presence: { total: number; inScreening: number };
}

type EmbedListener<Name extends keyof EmbedEvents> = (
  this: LockstepEmbed,
  event: CustomEvent<EmbedEvents[Name]>,
) => void;

/** What is read is what the frame last told. */
export declare class LockstepEmbed extends EventTarget {
  constructor(iframe: HTMLIFrameElement);
  readonly iframe: HTMLIFrameElement;
  /** Settles once the frame answers. */
  readonly ready: Promise<void>;
  readonly paused: boolean;
  readonly ended: boolean;
  /** Seconds; NaN until it is known. */
  readonly duration: number;
  currentTime: number;
  /** From 0 to 1. */
  volume: number;
  muted: boolean;
  loop: boolean;
  playbackRate: number;
  /** Resolves once it plays; where the browser wants the viewer to press first, once they have. */
  play(): Promise<void>;
  pause(): void;
  /** `cuepoint` is told when playback passes it. */
  addCuePoint(cuePoint: { id: string; seconds: number }): void;
  removeCuePoint(id: string): void;
  /** Stops listening; the frame stays where it is. */
  close(): void;
  addEventListener<Name extends keyof EmbedEvents>(
    type: Name,
    listener: EmbedListener<Name>,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof EmbedEvents>(
    type: Name,
    listener: EmbedListener<Name>,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** Puts a video into `container`, in a frame that fills it and keeps the shape of a picture. */
export declare function mountEmbed(
  container: HTMLElement,
  parameters: EmbedParameters & { title?: string },
): LockstepEmbed;
