/** What a viewer chose once, for every video in this browser. */
export interface Preferences {
  /** Language of captions; null for none. */
  captions: string | null;
  captionSize: CaptionSize;
  captionBackground: CaptionBackground;
  /** Shortcuts of a single letter, digit or sign do nothing (WCAG 2.1.4). */
  areLettersOff: boolean;
  /** What others do is not read aloud. */
  isSilent: boolean;
}

export const CAPTION_SIZES = ['small', 'medium', 'large', 'huge'] as const;
export const CAPTION_BACKGROUNDS = ['box', 'dim', 'none'] as const;
export type CaptionSize = (typeof CAPTION_SIZES)[number];
export type CaptionBackground = (typeof CAPTION_BACKGROUNDS)[number];

const PLACE = 'lockstep:player';

/** Whatever is stored, or nothing: another version or another hand may have written it. */
export function readPreferences(text: string | null): Preferences {
  const stored = parse(text);
  const one = <T extends string>(value: unknown, known: readonly T[], otherwise: T): T =>
    known.find((each) => each === value) ?? otherwise;
  return {
    captions: typeof stored['captions'] === 'string' ? stored['captions'].slice(0, 35) : null,
    captionSize: one(stored['captionSize'], CAPTION_SIZES, 'medium'),
    captionBackground: one(stored['captionBackground'], CAPTION_BACKGROUNDS, 'box'),
    areLettersOff: stored['areLettersOff'] === true,
    isSilent: stored['isSilent'] === true,
  };
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Storage may be forbidden, in frames of other sites for one: then choices hold as long as the page. */
let ofThisPage: Preferences | undefined;

export function loadPreferences(): Preferences {
  try {
    return readPreferences(localStorage.getItem(PLACE));
  } catch {
    return ofThisPage ?? readPreferences(null);
  }
}

export function savePreferences(change: Partial<Preferences>): Preferences {
  const preferences = { ...loadPreferences(), ...change };
  ofThisPage = preferences;
  try {
    localStorage.setItem(PLACE, JSON.stringify(preferences));
  } catch {
    // Kept above.
  }
  return preferences;
}
