/** In which language captions are shown from the start; undefined where the address asks for none, or for none there are. */
export function wantedLanguage(
  transcripts: readonly { language: string; isDefault: boolean }[],
  { captions, language }: { captions: string | null; language: string | null },
): string | undefined {
  if (captions === null) return undefined;
  const isIn = (wanted: string) => (of: { language: string }) =>
    of.language.toLowerCase() === wanted.toLowerCase() ||
    of.language.toLowerCase().startsWith(`${wanted.toLowerCase()}-`);
  if (captions !== 'on') return transcripts.find(isIn(captions))?.language;
  const own = language === null ? undefined : transcripts.find(isIn(language));
  return (own ?? transcripts.find(({ isDefault }) => isDefault) ?? transcripts[0])?.language;
}
