const MOST_CHARACTERS = 50;
const MOST_TAGS = 50;

/** "one, two": the tags in a line, each once. */
export const tagsIn = (line: string): string[] => [
  ...new Set(
    line
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];

export const lineOf = (tags: readonly string[]): string => tags.join(', ');

/** What is wrong with tags, in words. */
export function tagsFault(tags: readonly string[]): string | undefined {
  if (tags.some((tag) => tag.length > MOST_CHARACTERS))
    return `A tag has at most ${MOST_CHARACTERS} characters.`;
  return tags.length > MOST_TAGS ? `At most ${MOST_TAGS} tags.` : undefined;
}
