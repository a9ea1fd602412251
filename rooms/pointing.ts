import type { Down } from '#protocol/down.ts';
import type { InkAdd, PointerMove } from '#protocol/drawing.ts';

type Frame<T extends Down['t']> = Extract<Down, { t: T }>;
type Pointer = Frame<'pointers'>['pointers'][number];
type InkPiece = Frame<'ink'>['added'][number];
interface Pen {
  connectionId: string;
  name: string;
}

/** What one tick tells of one screening: a flood is not passed on. */
const POINTERS_AT_ONCE = 100;
const INK_PIECES_AT_ONCE = 40;
/** What one frame tells: it stays below 64 KiB. */
const INK_PIECES_A_FRAME = 20;
const CLEARED_A_FRAME = 200;

/** What is shown over the picture and not yet told (R112). In memory only, and forgotten once it is told. */
export class Pointing {
  /** By screening, then by connection: where it points now. */
  readonly #pointers = new Map<string, Map<string, Pointer>>();
  readonly #ink = new Map<string, { cleared: Set<string>; added: InkPiece[] }>();

  get hasNews(): boolean {
    return this.#pointers.size > 0 || this.#ink.size > 0;
  }

  point(screeningId: string, pen: Pen, { at }: Pick<PointerMove, 'at'>): void {
    const waiting = this.#pointers.get(screeningId) ?? new Map<string, Pointer>();
    this.#pointers.set(screeningId, waiting.set(pen.connectionId, { ...pen, at }));
  }

  draw(screeningId: string, pen: Pen, { strokeId, color, points }: Omit<InkAdd, 't'>): void {
    const { added } = this.#inkOf(screeningId);
    if (added.length < INK_PIECES_AT_ONCE) added.push({ ...pen, strokeId, color, points });
  }

  clear(screeningId: string, { connectionId }: Pick<Pen, 'connectionId'>): void {
    const ink = this.#inkOf(screeningId);
    ink.cleared.add(connectionId);
    ink.added = ink.added.filter((piece) => piece.connectionId !== connectionId);
  }

  #inkOf(screeningId: string): { cleared: Set<string>; added: InkPiece[] } {
    const ink = this.#ink.get(screeningId) ?? { cleared: new Set(), added: [] };
    this.#ink.set(screeningId, ink);
    return ink;
  }

  /** What is to be told now, by screening; pointers beyond what one frame holds wait for the next time. */
  take(): (Frame<'pointers'> | Frame<'ink'>)[] {
    const frames: (Frame<'pointers'> | Frame<'ink'>)[] = [];
    for (const [screeningId, waiting] of this.#pointers) {
      const pointers = [...waiting.values()].slice(0, POINTERS_AT_ONCE);
      for (const { connectionId } of pointers) waiting.delete(connectionId);
      if (waiting.size === 0) this.#pointers.delete(screeningId);
      frames.push({ t: 'pointers', screeningId, pointers });
    }
    for (const [screeningId, { cleared, added }] of this.#ink)
      for (const part of inkParts([...cleared], added)) frames.push({ t: 'ink', screeningId, ...part });
    this.#ink.clear();
    return frames;
  }
}

/** All that goes, goes first: a piece drawn after it stays. */
function inkParts(cleared: string[], added: InkPiece[]): Pick<Frame<'ink'>, 'cleared' | 'added'>[] {
  const gone = slicesOf(cleared, CLEARED_A_FRAME);
  const drawn = slicesOf(added, INK_PIECES_A_FRAME);
  return [
    ...gone.slice(0, -1).map((ids) => ({ cleared: ids, added: [] })),
    { cleared: gone.at(-1) ?? [], added: drawn[0] ?? [] },
    ...drawn.slice(1).map((pieces) => ({ cleared: [], added: pieces })),
  ];
}

const slicesOf = <T>(items: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
