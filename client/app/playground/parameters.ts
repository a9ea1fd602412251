import type { EmbedParameters } from '#client/embed/embed-address.ts';

/** Every parameter of an embed as a control of a form; empty means left out. */
export type Field = { name: keyof EmbedParameters; label: string; hint: string } & (
  | { kind: 'text'; placeholder: string; pattern?: string }
  | { kind: 'switch'; usually: boolean }
  | { kind: 'color' }
);

const SHORT_ID = '[A-Za-z0-9_-]{11}';

export const FIELDS: readonly Field[] = [
  {
    name: 'video',
    label: 'Video',
    hint: 'Its short id, or the address of its page.',
    kind: 'text',
    placeholder: 'k3Pq_Zt8-Wm',
  },
  { name: 't', label: 'Begin at', hint: 'Seconds, or as in 1m23s.', kind: 'text', placeholder: '0' },
  {
    name: 'autoplay',
    label: 'Play at once',
    hint: 'Browsers mostly allow it without sound only.',
    kind: 'switch',
    usually: false,
  },
  { name: 'muted', label: 'Without sound', hint: 'At first.', kind: 'switch', usually: false },
  { name: 'loop', label: 'Over and over', hint: 'Starts again at its end.', kind: 'switch', usually: false },
  { name: 'controls', label: 'Controls', hint: 'The bar below the picture.', kind: 'switch', usually: true },
  { name: 'chapters', label: 'Chapters', hint: 'On the timeline.', kind: 'switch', usually: true },
  { name: 'comments', label: 'Comments', hint: 'As marks on the timeline.', kind: 'switch', usually: true },
  { name: 'cc', label: 'Captions', hint: '1, or a language as in de.', kind: 'text', placeholder: 'off' },
  { name: 'lang', label: 'Language', hint: 'As in en or pt-BR.', kind: 'text', placeholder: 'en' },
  { name: 'color', label: 'Colour', hint: 'Made lighter where it could not be read.', kind: 'color' },
  {
    name: 'screening',
    label: 'Screening',
    hint: 'To be in step with: its short id, or its address.',
    kind: 'text',
    placeholder: 'none',
  },
  {
    name: 'link',
    label: 'Watch link',
    hint: 'The token of one that asks nothing, for what is not open to all.',
    kind: 'text',
    placeholder: 'none',
  },
];

export type Values = Partial<Record<keyof EmbedParameters, string>>;

/** What the form says, as an embed is asked for; what is as usual is left out. */
export function toParameters(values: Values): EmbedParameters {
  const parameters: Record<string, string | boolean> = { video: lastPart(values.video ?? '') };
  for (const field of FIELDS) {
    const value = values[field.name]?.trim() ?? '';
    if (field.name === 'video' || value === '') continue;
    if (field.kind === 'switch') {
      if ((value === '1') !== field.usually) parameters[field.name] = value === '1';
    } else if (field.kind === 'color') parameters[field.name] = value.replace('#', '');
    else parameters[field.name] = field.name === 't' ? value : lastPart(value);
  }
  return parameters as unknown as EmbedParameters;
}

/** People paste addresses: what counts is their end. */
const lastPart = (text: string): string => text.trim().split(/[?#]/)[0]?.split('/').at(-1) ?? '';

export const isVideo = (video: string): boolean => new RegExp(`^${SHORT_ID}$`).test(video);
