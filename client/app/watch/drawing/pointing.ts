import { effect, type Signal } from '@preact/signals';
import { pictureOf } from '../picture.ts';
import type { Watch } from '../watch.ts';
import { mayPoint } from './may-point.ts';
import { pointIn, type Point } from './strokes.ts';

/** At most ten times a second. */
const EVERY_MS = 100;

/** Says where one points, as often as is worth it; the last place is always said. */
export class PointerSender {
  readonly #send: (at: Point | null) => void;
  #next: { at: Point | null } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOut = false;

  constructor(send: (at: Point | null) => void) {
    this.#send = send;
  }

  move(at: Point): void {
    this.#next = { at };
    if (this.#timer === undefined) this.#flush();
  }

  /** Puts the pointer away, if it is out. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#next = null;
    if (this.#isOut) this.#send(null);
    this.#isOut = false;
  }

  #flush(): void {
    this.#timer = undefined;
    if (this.#next === null) return;
    this.#send(this.#next.at);
    this.#isOut = true;
    this.#next = null;
    this.#timer = setTimeout(() => this.#flush(), EVERY_MS);
  }
}

/** While `isPointing`, what the pointer does over the picture is told to the others in the screening. */
export function followPointing(watch: Watch, isPointing: Signal<boolean>): () => void {
  const sender = new PointerSender((at) => watch.room.point(at));
  const stopRule = effect(() => {
    if (!mayPoint(watch.state.value) || pictureOf(watch).desk.isOpen.value) isPointing.value = false;
  });
  const stop = effect(() => {
    const player = watch.player.value;
    if (!player || !isPointing.value) return undefined;
    const layer = player.querySelector('[slot=picture]');
    const onMove = (event: PointerEvent) => {
      const box = layer?.getBoundingClientRect();
      if (box) sender.move(pointIn(box, event));
    };
    const rest = () => sender.rest();
    player.toggleAttribute('pointing', true);
    player.addEventListener('pointermove', onMove);
    player.addEventListener('pointerleave', rest);
    return () => {
      player.toggleAttribute('pointing', false);
      player.removeEventListener('pointermove', onMove);
      player.removeEventListener('pointerleave', rest);
      rest();
    };
  });
  return () => {
    stopRule();
    stop();
  };
}
