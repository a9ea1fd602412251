import { z } from '@hono/zod-openapi';

/** Around what was found, on its way from the database: characters that are taken out of every text beforehand. */
export const MARKERS = ['\u0002', '\u0003'] as const;

/** Text in pieces: those that were looked for, and those between. No markup, so that nothing can be taken for it. */
export const Highlighted = z
  .array(z.object({ text: z.string(), isMatch: z.boolean() }))
  .openapi('Highlighted', {
    example: [
      { text: 'Big Buck ', isMatch: false },
      { text: 'Bunny', isMatch: true },
    ],
  });
export type Highlighted = z.infer<typeof Highlighted>;

export function toHighlighted(marked: string): Highlighted {
  const pieces: Highlighted = [];
  for (const [index, part] of marked.split(MARKERS[0]).entries()) {
    const end = part.indexOf(MARKERS[1]);
    const isMatch = index > 0 && end !== -1;
    if (isMatch) pieces.push({ text: part.slice(0, end), isMatch: true });
    pieces.push({ text: (isMatch ? part.slice(end + 1) : part).replaceAll(MARKERS[1], ''), isMatch: false });
  }
  return pieces.filter(({ text }) => text !== '');
}

/** The same, or null where nothing in it was looked for. */
export function highlightsIn(marked: string | null): Highlighted | null {
  return marked?.includes(MARKERS[0]) ? toHighlighted(marked) : null;
}
