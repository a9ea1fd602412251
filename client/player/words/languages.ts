import { EN, type Messages } from './messages.ts';

/** Languages the player speaks, by BCP 47 tag. English is part of it, others are loaded when they are asked for. */
const LANGUAGES: Readonly<Record<string, () => Promise<Messages>>> = {
  'ar-XB': async () => (await import('./pseudo-messages.ts')).PSEUDO,
};

/** The most special of `known` that is `tag` or a shorter form of it (RFC 4647, lookup); undefined for none. */
export function matchLanguage(tag: string, known: readonly string[]): string | undefined {
  const parts = tag.split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const shorter = parts.slice(0, length).join('-').toLowerCase();
    const found = known.find((one) => one.toLowerCase() === shorter);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What to speak where `tag` is wished. */
export async function findLanguage(tag: string): Promise<{ language: string; messages: Messages }> {
  const language = matchLanguage(tag, Object.keys(LANGUAGES));
  const load = language === undefined ? undefined : LANGUAGES[language];
  if (language === undefined || load === undefined) return { language: englishOf(tag), messages: EN };
  // A word that a language lacks is said in English.
  return { language, messages: { ...EN, ...(await load()) } };
}

/** Regional English keeps its numbers and dates. */
const englishOf = (tag: string): string => (/^en(-|$)/i.test(tag) && isTag(tag) ? tag : 'en');

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
