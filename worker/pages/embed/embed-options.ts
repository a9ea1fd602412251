import { EntityId, ShortId } from '#protocol/id.ts';
import { isLinkToken } from '#worker/rooms/link-token.ts';
import { accentOf } from './accent.ts';

/** What an embed's address asks for. */
export interface EmbedOptions {
  startSeconds: number | null;
  isAutoplay: boolean;
  isMuted: boolean;
  isLooping: boolean;
  hasControls: boolean;
  /** Captions from the start: in a language, or in any ('on'); null: as the viewer last had them. */
  captions: string | null;
  /** BCP 47, of words and captions. */
  language: string | null;
  /** A CSS colour that can be read on the player's dark surfaces. */
  accent: string | null;
  hasChapters: boolean;
  hasComments: boolean;
  /** The screening to be in step with, by what its link carries or by its id. */
  screening: string | null;
  /** A watch link's token: what lets in to a video that is not open to all. */
  linkToken: string | null;
}

/** Longer values mean nothing here, and cost nothing to look at. */
const MOST_CHARACTERS = 64;
const MOST_SECONDS = 100 * 3600;
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i;
const MOMENT = /^(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,6}(?:\.\d{1,6})?)s?)?$/;

/** The options of an address; what is unknown or malformed is left aside, never an error. */
export function parseEmbedOptions(query: URLSearchParams): EmbedOptions {
  const given = (name: string): string | null => {
    const value = query.get(name)?.trim();
    return value === undefined || value.length > MOST_CHARACTERS ? null : value;
  };
  const flag = (name: string, otherwise: boolean) => toFlag(given(name)) ?? otherwise;
  const room = given('screening') ?? given('room');
  const token = given('link');
  return {
    startSeconds: toSeconds(given('t')),
    isAutoplay: flag('autoplay', false),
    isMuted: flag('muted', false),
    isLooping: flag('loop', false),
    hasControls: flag('controls', true),
    captions: toCaptions(given('cc')),
    language: toLanguage(given('lang')),
    accent: accentOf(given('color')),
    hasChapters: flag('chapters', true),
    hasComments: flag('comments', true),
    screening: room !== null && isScreening(room) ? room : null,
    linkToken: token !== null && isLinkToken(token) ? token : null,
  };
}

/** A name alone (`?loop`) says yes. */
function toFlag(value: string | null): boolean | null {
  if (value === '' || value === '1' || value === 'true') return true;
  return value === '0' || value === 'false' ? false : null;
}

/** `83`, `83.5`, `1m23s`, `1h2m`. */
function toSeconds(value: string | null): number | null {
  const [whole, hours = '0', minutes = '0', seconds = '0'] = MOMENT.exec(value ?? '') ?? [];
  if (!whole) return null;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return total <= MOST_SECONDS ? total : null;
}

const toLanguage = (value: string | null): string | null =>
  value !== null && LANGUAGE.test(value) ? value : null;

function toCaptions(value: string | null): string | null {
  const isOn = toFlag(value);
  return isOn === null ? toLanguage(value) : isOn ? 'on' : null;
}

const isScreening = (value: string): boolean =>
  ShortId.safeParse(value).success || EntityId.safeParse(value).success;
