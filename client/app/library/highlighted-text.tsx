import type { Shape } from '#client/api/client.ts';

/** Text with what was looked for marked in it. */
export const HighlightedText = ({ pieces }: { pieces: Shape<'Highlighted'> }) => (
  <>{pieces.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text))}</>
);
