/** Shapes of 24 × 24 units, drawn with the text's colour. Those only the application behind sign-in shows: app-icon.tsx. */
export const SHAPES = {
  heart:
    'M12 20.3 4.6 13a4.7 4.7 0 0 1 0-6.7 4.8 4.8 0 0 1 6.7 0l.7.7.7-.7a4.8 4.8 0 0 1 6.7 0 4.7 4.7 0 0 1 0 6.7z',
  share: 'M12 15V4m0 0L8 8m4-4 4 4M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6 9a6 6 0 0 1 12 0M16 4.5a3.5 3.5 0 0 1 0 6M17.5 14.5A6 6 0 0 1 21 20',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1.5-1.5',
  reply: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  trash: 'M5 7h14M10 7V5h4v2m-7 0 1 13h8l1-13',
  keyboard: 'M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3 2',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  reopen: 'M5 12a7 7 0 1 0 2.3-5.2L5 9m0-5v5h5',
  pen: 'm4 20 1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19zM14 7l3 3',
  pointer: 'm5 4 6.5 15 2-6 6-2z',
  undo: 'M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3',
  close: 'M6 6l12 12M18 6 6 18',
  download: 'M12 4v11m0 0-4-4m4 4 4-4M5 15v3a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-3',
  list: 'M4 6h.01M9 6h11M4 12h.01M9 12h11M4 18h.01M9 18h11',
  up: 'M12 19V6m0 0-5 5m5-5 5 5',
  down: 'M12 5v13m0 0-5-5m5 5 5-5',
  comment: 'M4 5h16v11H10l-4 4v-4H4z',
} as const;

export type IconName = keyof typeof SHAPES;

/** Decorative: the button beside it carries the name. */
export const Icon = ({ name, filled = false }: { name: IconName; filled?: boolean }) => (
  <Shape path={SHAPES[name]} filled={filled} />
);

export function Shape({ path, filled = false }: { path: string; filled?: boolean }) {
  return (
    <svg
      class="icon"
      width="18"
      height="18"
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill={filled ? 'currentColor' : 'none'}
    >
      <path
        d={path}
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
