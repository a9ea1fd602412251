/** `attachment; filename="…"`, with the title in letters any system takes, and as it is for who reads UTF-8. */
export function filenameFor(title: string, ending: string): string {
  const name = `${
    title
      .toWellFormed()
      .replace(/[/\\:*?"<>|\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 80) || 'video'
  } comments.${ending}`;
  const plain = name
    .normalize('NFKD')
    .replace(/[^ -~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`;
}

const escape = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
