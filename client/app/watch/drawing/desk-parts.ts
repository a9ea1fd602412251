import { signal } from '@preact/signals';
import type { Board } from './board.tsx';
import type { DrawingTools } from './drawing-tools.tsx';

/** What only those who draw need, once it is loaded. */
export const deskParts = signal<{ Board: typeof Board; DrawingTools: typeof DrawingTools } | null>(null);

export async function loadDesk(): Promise<void> {
  if (deskParts.peek() !== null) return;
  const [{ Board }, { DrawingTools }] = await Promise.all([
    import('./board.tsx'),
    import('./drawing-tools.tsx'),
  ]);
  deskParts.value = { Board, DrawingTools };
}
