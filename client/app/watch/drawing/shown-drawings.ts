import { signal, type ReadonlySignal } from '@preact/signals';
import type { Drawing } from '#protocol/drawing.ts';
import type { RoomState } from '#client/room/room-state.ts';
import type { ListedComment } from '#client/room/select.ts';

/** A comment's drawing that somebody wants to see, at its frame. */
export interface ShownDrawing {
  commentId: string;
  authorName: string;
  positionSeconds: number;
  drawing: Drawing;
}

export interface ShownDrawings {
  readonly current: ReadonlySignal<ShownDrawing | null>;
  /** Rejects with words to show when the drawing cannot be had. */
  show(comment: ListedComment): Promise<void>;
  hide(): void;
}

/** As many as are worth keeping: drawings are looked at in turns. */
const MOST_KEPT = 50;

/** `read` gets a drawing from the API; it never changes, so once is enough. */
export function createShownDrawings(
  getState: () => RoomState,
  read: (commentId: string) => Promise<Drawing>,
): ShownDrawings {
  const kept = new Map<string, Drawing>();
  const current = signal<ShownDrawing | null>(null);
  let wanted: string | null = null;
  const find = async (commentId: string): Promise<Drawing> => {
    const pending = getState().pending.find(({ op }) => op.t === 'comment.post' && op.id === commentId)?.op;
    const own = pending?.t === 'comment.post' ? pending.drawing : null;
    const drawing = own ?? kept.get(commentId) ?? (await read(commentId));
    kept.set(commentId, drawing);
    for (const id of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(id);
    return drawing;
  };
  return {
    current,
    async show({ id, authorName, positionSeconds }) {
      wanted = id;
      const drawing = await find(id);
      // Another was chosen, or playback went on, while this one was on its way.
      if (wanted === id)
        current.value = { commentId: id, authorName, positionSeconds: positionSeconds ?? 0, drawing };
    },
    hide() {
      wanted = null;
      current.value = null;
    },
  };
}
