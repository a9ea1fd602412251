const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Words as XML takes them, between tags and in attributes alike; what XML cannot say at all is left out. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- these are what it is about
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** In an attribute a line's end would be read as a blank. */
export const xmlAttribute = (text: string): string =>
  xmlText(text).replaceAll('\r', '').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
