const NAMES = new Intl.DisplayNames(undefined, { type: 'language', languageDisplay: 'standard' });

/** "English", "Português (Brasil)": a language by its name, or by its tag where it has none here. */
export function languageName(tag: string): string {
  try {
    return NAMES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `pt-BR` of "pt-br"; undefined for what is no language's tag. */
export function canonicalTag(text: string): string | undefined {
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text.trim())) return undefined;
  try {
    return Intl.getCanonicalLocales(text.trim())[0];
  } catch {
    return undefined;
  }
}

/** What a file of captions is, by its name and its first words; undefined for any other. */
export function captionType(fileName: string, text: string): 'text/vtt' | 'application/x-subrip' | undefined {
  if (/^\uFEFF?WEBVTT/.test(text)) return 'text/vtt';
  if (/\.srt$/i.test(fileName) || /^\uFEFF?\s*\d+\s*\r?\n\s*\d{1,3}:\d\d:\d\d[,.]\d/.test(text))
    return 'application/x-subrip';
  return undefined;
}

/** Offered first; any other can be typed. */
export const COMMON_LANGUAGES = [
  'en',
  'de',
  'es',
  'fr',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt-BR',
  'uk',
  'zh-Hans',
];
