/** How far a person's picture is from the screening's clock, as a colour and, beside it, as words. */
export type Ring = 'in-step' | 'adrift' | 'away' | 'none';

export function Avatar({
  name,
  ring = 'none',
  label,
}: {
  name: string;
  ring?: Ring;
  label?: string | undefined;
}) {
  return (
    <span
      class="avatar"
      data-ring={ring}
      style={{ '--hue': String(hueOf(name)) }}
      {...(label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': 'true' })}
    >
      {initialsOf(name)}
    </span>
  );
}

/** One or two letters: "Ann Lee" → AL. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** The same name has the same hue everywhere. */
function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 3600;
  return hash % 360;
}
