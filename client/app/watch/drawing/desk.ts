import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Drawing, PenColor, Stroke } from '#protocol/drawing.ts';
import { isFull, withPoints, withStroke, type Point } from './strokes.ts';

/** Who wants to see lines while they are drawn. */
export interface InkListener {
  grew(strokeId: string, color: PenColor, points: readonly number[]): void;
  /** What stands now is not what was shown: all of it anew. */
  changed(drawing: Drawing): void;
}

/** Where the drawing of the comment being written is made. */
export interface Desk {
  readonly isOpen: ReadonlySignal<boolean>;
  readonly color: Signal<PenColor>;
  readonly drawing: Signal<Drawing>;
  /** The stroke under the pen. */
  readonly current: ReadonlySignal<Stroke | null>;
  readonly isFull: ReadonlySignal<boolean>;
  readonly mayUndo: ReadonlySignal<boolean>;
  open(): void;
  close(): void;
  begin(at: Point, aspect: number): void;
  extend(points: readonly Point[]): void;
  end(): void;
  /** Takes the last change back: a stroke, or that all were cleared. */
  undo(): void;
  clear(): void;
}

const MOST_UNDO = 100;

/** `drawing` belongs to the draft and outlives the desk. */
export function createDesk(drawing: Signal<Drawing>, ink: InkListener): Desk {
  const isOpen = signal(false);
  const current = signal<Stroke | null>(null);
  const color = signal<PenColor>('red');
  const past = signal<readonly Drawing[]>([]);
  let aspect = 1;
  let strokes = 0;
  const change = (next: Drawing) => {
    if (next === drawing.peek()) return;
    past.value = [...past.peek(), drawing.peek()].slice(-MOST_UNDO);
    drawing.value = next;
  };
  return {
    isOpen,
    color,
    drawing,
    current,
    isFull: computed(() => isFull(drawing.value)),
    mayUndo: computed(() => past.value.length > 0),
    open() {
      // What was posted or thrown away is not to come back by an undo.
      past.value = [];
      isOpen.value = true;
    },
    close() {
      current.value = null;
      isOpen.value = false;
    },
    begin(at, pictureAspect) {
      if (isFull(drawing.peek())) return;
      aspect = pictureAspect;
      strokes += 1;
      current.value = { color: color.peek(), points: withPoints([], [at], aspect) };
      ink.grew(String(strokes), color.peek(), current.value.points);
    },
    extend(points) {
      const stroke = current.peek();
      if (stroke === null) return;
      const next = withPoints(stroke.points, points, aspect);
      if (next.length === stroke.points.length) return;
      current.value = { ...stroke, points: next };
      ink.grew(String(strokes), stroke.color, next.slice(stroke.points.length));
    },
    end() {
      const stroke = current.peek();
      if (stroke === null) return;
      current.value = null;
      change(withStroke(drawing.peek(), stroke, aspect));
    },
    undo() {
      const last = past.peek().at(-1);
      if (last === undefined) return;
      past.value = past.peek().slice(0, -1);
      drawing.value = last;
      ink.changed(last);
    },
    clear() {
      if (drawing.peek().length === 0) return;
      change([]);
      ink.changed([]);
    },
  };
}
