import { Shape, SHAPES as SHARED } from './icon.tsx';

const SHAPES = {
  ...SHARED,
  upload: 'M12 16V5m0 0L8 9m4-4 4 4M5 15v3a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-3',
  library: 'M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z',
  film: 'M4 5h16v14H4zM8 5v14M16 5v14M4 9.7h4M4 14.3h4M16 9.7h4M16 14.3h4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5a7.5 7.5 0 0 1 15 0',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  plus: 'M12 5v14M5 12h14',
  warning: 'M12 4 2.8 19.5h18.4zM12 10v4m0 3h.01',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-8.5-9h17M12 3c3 2.7 3.8 5.6 3.8 9S15 18.3 12 21c-3-2.7-3.8-5.6-3.8-9S9 5.7 12 3Z',
  archive: 'M4 5h16v4H4zM5.5 9v10h13V9M10 13h4',
  filter: 'M4 6h16M7 12h10M10 18h4',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  versions: 'M8 8h12v12H8zM4 16V4h12',
  folder: 'M4 6h6l2 2.5h8V19H4z',
  tag: 'M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01',
} as const;

export type IconName = keyof typeof SHAPES;

/** Decorative, as `Icon` of icon.tsx, with the shapes of the application behind sign-in. */
export const Icon = ({ name, filled = false }: { name: IconName; filled?: boolean }) => (
  <Shape path={SHAPES[name]} filled={filled} />
);
