import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Video } from './pages.ts';
import type { cutOf, Storyboard, tileAt } from '#client/ui/storyboard.ts';

/** What lies over the poster while one moves along it. */
export interface Scrubbed {
  share: number;
  style: Record<string, string>;
}

/** With the rules for it, which are fetched with the first one. */
interface Loaded extends Storyboard {
  cutOf: typeof cutOf;
  tileAt: typeof tileAt;
  whole: { width: number; height: number };
}

/** A pointer that only crosses the card asks for nothing. */
const STAYS_MS = 120;

/**
 * Moving a mouse along a card's picture leafs through the video's storyboard, where it has one. Not with reduced
 * motion; fingers and keys keep the still.
 */
export function useScrub(video: Video): {
  scrubbed: ReadonlySignal<Scrubbed | null>;
  handlers: { onPointerMove: (event: PointerEvent) => void; onPointerLeave: () => void };
} {
  const scrubbed = useSignal<Scrubbed | null>(null);
  const loading = useRef<Promise<Loaded | undefined>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Where the pointer is along the picture; null when it is not on it. */
  const share = useRef<number | null>(null);
  const { storyboardUrl, durationSeconds } = video;
  const show = async () => {
    if (!storyboardUrl || !durationSeconds) return;
    // Kept with the card; a failed fetch is tried again when one comes back.
    loading.current ??= loadStoryboard(storyboardUrl);
    const board = await loading.current.catch(() => (loading.current = undefined));
    const at = share.current;
    const tile = board && at !== null && board.tileAt(board.tiles, at, durationSeconds);
    if (!board || !tile || at === null) return;
    const { size, position } = board.cutOf(tile, board.whole);
    const backgroundImage = `url("${board.pictureUrl}")`;
    const aspectRatio = `${tile.width} / ${tile.height}`;
    scrubbed.value = {
      share: at,
      style: { backgroundImage, backgroundSize: size, backgroundPosition: position, aspectRatio },
    };
  };
  const onPointerLeave = () => {
    clearTimeout(timer.current);
    share.current = null;
    scrubbed.value = null;
  };
  const onPointerMove = ({ currentTarget, pointerType, clientX, clientY }: PointerEvent) => {
    if (!storyboardUrl || pointerType !== 'mouse' || matchMedia('(prefers-reduced-motion: reduce)').matches)
      return;
    const at = (currentTarget as HTMLElement).querySelector('.card-picture')?.getBoundingClientRect();
    if (!at || clientY < at.top || clientY > at.bottom || clientX < at.left || clientX > at.right)
      return onPointerLeave();
    const isNew = share.current === null;
    share.current = (clientX - at.left) / at.width;
    if (scrubbed.peek()) return void show();
    if (isNew) timer.current = setTimeout(() => void show(), STAYS_MS);
  };
  return { scrubbed, handlers: { onPointerMove, onPointerLeave } };
}

async function loadStoryboard(trackUrl: string): Promise<Loaded | undefined> {
  const { readStoryboard, cutOf, tileAt } = await import('#client/ui/storyboard.ts');
  const url = new URL(trackUrl, location.href).href;
  const answer = await fetch(url);
  if (!answer.ok) return undefined;
  const board = readStoryboard(await answer.text(), url);
  if (!board) return undefined;
  const picture = new Image();
  picture.src = board.pictureUrl;
  await picture.decode();
  return { ...board, cutOf, tileAt, whole: { width: picture.naturalWidth, height: picture.naturalHeight } };
}
