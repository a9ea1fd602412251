/** What a page asks of captions. */
export interface AskedCaptions {
  /** From the start: in a language, or in any (`on`); null: as the viewer last had them. */
  captions: string | null;
  /** BCP 47, of the player's words. */
  language: string | null;
}

/** In which language captions are shown from the start; undefined where the page asks for none, or for none there are. */
export function wantedLanguage(
  transcripts: readonly { language: string; isDefault: boolean }[],
  { captions, language }: AskedCaptions,
): string | undefined {
  if (captions === null) return undefined;
  const isIn = (wanted: string) => (of: { language: string }) =>
    of.language.toLowerCase() === wanted.toLowerCase() ||
    of.language.toLowerCase().startsWith(`${wanted.toLowerCase()}-`);
  if (captions !== 'on') return transcripts.find(isIn(captions))?.language;
  const own = language === null ? undefined : transcripts.find(isIn(language));
  return (own ?? transcripts.find(({ isDefault }) => isDefault) ?? transcripts[0])?.language;
}
