import { addressOfEmbed, type EmbedParameters } from './embed-address.ts';
import { parseTold } from './message-boundary.ts';
import { ToldState } from './told-state.ts';
import { EVENTS, writeAsked, type EventName, type Method } from './player-js.ts';

export type { EmbedParameters } from './embed-address.ts';

const FRAME_MAY = 'autoplay; fullscreen; picture-in-picture; encrypted-media; clipboard-write';
const ASKED_FIRST = [
  'getDuration',
  'getPaused',
  'getMuted',
  'getVolume',
  'getLoop',
  'getCurrentTime',
] as const;

/**
 * A video in a frame, spoken with as with an HTMLMediaElement: the same properties, methods and events, with what the
 * event carries as its `detail`. What is read is what the frame last told.
 */
export class LockstepEmbed extends EventTarget {
  readonly iframe: HTMLIFrameElement;
  /** Settles once the frame answers. */
  readonly ready: Promise<void>;
  readonly #origin: string;
  readonly #listener = `sdk-${crypto.randomUUID()}`;
  readonly #stop = new AbortController();
  readonly #state = new ToldState();
  #becomeReady: () => void = () => undefined;

  constructor(iframe: HTMLIFrameElement) {
    super();
    this.iframe = iframe;
    this.#origin = new URL(iframe.src, location.href).origin;
    this.ready = new Promise((resolve) => (this.#becomeReady = resolve));
    window.addEventListener('message', (event) => this.#hear(event), { signal: this.#stop.signal });
    // A frame that was there before us has said that it is ready already.
    this.#greet();
  }

  get paused(): boolean {
    return this.#state.isPaused;
  }

  get ended(): boolean {
    return this.#state.isEnded;
  }

  /** Seconds; NaN until it is known. */
  get duration(): number {
    return this.#state.duration;
  }

  get currentTime(): number {
    return this.#state.time;
  }

  set currentTime(seconds: number) {
    this.#state.time = seconds;
    this.#ask('setCurrentTime', seconds);
  }

  /** From 0 to 1. */
  get volume(): number {
    return this.#state.volume;
  }

  set volume(volume: number) {
    this.#state.volume = volume;
    this.#ask('setVolume', volume * 100);
  }

  get muted(): boolean {
    return this.#state.isMuted;
  }

  set muted(isMuted: boolean) {
    this.#state.isMuted = isMuted;
    this.#ask(isMuted ? 'mute' : 'unmute');
  }

  get loop(): boolean {
    return this.#state.isLooping;
  }

  set loop(isLooping: boolean) {
    this.#state.isLooping = isLooping;
    this.#ask('setLoop', isLooping);
  }

  get playbackRate(): number {
    return this.#state.rate;
  }

  set playbackRate(rate: number) {
    this.#state.rate = rate;
    this.#ask('setPlaybackRate', rate);
  }

  /** Resolves once it plays; a browser that wants its viewer to press first lets it wait until they do. */
  play(): Promise<void> {
    this.#ask('play');
    if (!this.#state.isPaused) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = new AbortController();
      const settle = (use: () => void) => () => {
        stop.abort();
        use();
      };
      this.addEventListener('play', settle(resolve), { signal: stop.signal });
      const fail = settle(() => reject(new Error('The video cannot be played.')));
      this.addEventListener('error', fail, { signal: stop.signal });
    });
  }

  pause(): void {
    this.#ask('pause');
  }

  /** `cuepoint` is told when playback passes it. */
  addCuePoint(cuePoint: { id: string; seconds: number }): void {
    this.#ask('addCuePoint', cuePoint);
  }

  removeCuePoint(id: string): void {
    this.#ask('removeCuePoint', id);
  }

  /** Stops listening; the frame stays where it is. */
  close(): void {
    this.#stop.abort();
  }

  #greet(): void {
    for (const event of EVENTS) this.#ask('addEventListener', event);
    for (const getter of ASKED_FIRST) this.#ask(getter);
  }

  #ask(method: Method, value?: unknown): void {
    this.iframe.contentWindow?.postMessage(writeAsked(method, value, this.#listener), this.#origin);
  }

  #hear({ data, origin, source }: MessageEvent): void {
    if (source !== this.iframe.contentWindow || origin !== this.#origin) return;
    const told = parseTold(data);
    if (told === undefined) return;
    // Said to all: the frame is there, perhaps anew.
    if (told.event === 'ready' && told.listener === null) return this.#greet();
    if (told.listener !== this.#listener) return;
    this.#state.note(told.event, told.value);
    if (told.event === 'getDuration') this.#becomeReady();
    if (!(EVENTS as readonly string[]).includes(told.event)) return;
    this.dispatchEvent(new CustomEvent(told.event as EventName, { detail: told.value }));
  }
}

/** Puts a video into `container`, in a frame that fills it and keeps the shape of a picture. */
export function mountEmbed(
  container: HTMLElement,
  { title = 'Video', ...parameters }: EmbedParameters & { title?: string },
): LockstepEmbed {
  const iframe = document.createElement('iframe');
  iframe.src = addressOfEmbed(new URL(import.meta.url).origin, parameters);
  iframe.title = title;
  iframe.allow = FRAME_MAY;
  Object.assign(iframe.style, { aspectRatio: '16 / 9', inlineSize: '100%', border: '0', display: 'block' });
  container.append(iframe);
  return new LockstepEmbed(iframe);
}
