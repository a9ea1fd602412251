const MOST_CHARACTERS = 50;

/** Tags as people write them in one line: between commas, each once, in the order written. */
export function tagsIn(line: string): string[] {
  const tags = line
    .split(',')
    .map((tag) => tag.replaceAll(/\s+/g, ' ').trim())
    .filter((tag) => tag !== '');
  return [...new Set(tags)];
}

/** What is wrong with one of them, in words. */
export function tagFault(tags: readonly string[]): string | undefined {
  const long = tags.find((tag) => tag.length > MOST_CHARACTERS);
  return long && `“${long.slice(0, 20)}…” is too long: a tag has at most ${MOST_CHARACTERS} characters.`;
}
