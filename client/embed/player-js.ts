import type { EmbedEvents } from './embed-events.ts';

/** The player.js protocol (github.com/embedly/player.js, SPEC): what is said between a page and the player in its frame. */
export const CONTEXT = 'player.js';
export const VERSION = '0.0.11';

/** Its events, then ours; what they carry is embed-events.ts. */
export const EVENTS = [
  'ready',
  'play',
  'pause',
  'ended',
  'timeupdate',
  'progress',
  'seeked',
  'error',
  'volumechange',
  'ratechange',
  'chapterchange',
  'cuepoint',
  'commentopen',
  'screeningstate',
  'presence',
] as const satisfies readonly (keyof EmbedEvents)[];
export type EventName = (typeof EVENTS)[number];

/** Its methods, then ours. */
export const METHODS = [
  'play',
  'pause',
  'getPaused',
  'mute',
  'unmute',
  'getMuted',
  'setVolume',
  'getVolume',
  'getDuration',
  'setCurrentTime',
  'getCurrentTime',
  'setLoop',
  'getLoop',
  'addEventListener',
  'removeEventListener',
  'setPlaybackRate',
  'getPlaybackRate',
  'getChapters',
  'addCuePoint',
  'removeCuePoint',
] as const;
export type Method = (typeof METHODS)[number];

/** What a page says to the player. */
export interface Asked {
  method: Method;
  value: unknown;
  /** Echoed with what it is answered. */
  listener: string | null;
}

/** What the player says to a page. */
export interface Told {
  event: string;
  value: unknown;
  listener: string | null;
}

export const isEventName = (value: unknown): value is EventName =>
  typeof value === 'string' && (EVENTS as readonly string[]).includes(value);

export const isMethod = (value: unknown): value is Method =>
  typeof value === 'string' && (METHODS as readonly string[]).includes(value);

export const writeTold = (event: string, value?: unknown, listener: string | null = null): string =>
  JSON.stringify({
    context: CONTEXT,
    version: VERSION,
    event,
    ...(value === undefined ? {} : { value }),
    ...(listener === null ? {} : { listener }),
  });

export const writeAsked = (method: Method, value?: unknown, listener: string | null = null): string =>
  JSON.stringify({
    context: CONTEXT,
    version: VERSION,
    method,
    ...(value === undefined ? {} : { value }),
    ...(listener === null ? {} : { listener }),
  });
