import type { Ring } from './ring.ts';

/** A person as initials in a ring; with a label it speaks for itself, without one it is decoration. */
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
