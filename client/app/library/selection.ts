import { signal, type ReadonlySignal } from '@preact/signals';

/** Every video from one to the other, both included, in whichever direction; the target alone where one is gone. */
export function idsBetween(order: readonly string[], from: string, to: string): string[] {
  const [start, end] = [order.indexOf(from), order.indexOf(to)];
  if (start === -1 || end === -1) return [to];
  return order.slice(Math.min(start, end), Math.max(start, end) + 1);
}

export interface Selection {
  readonly ids: ReadonlySignal<ReadonlySet<string>>;
  /** One, or with `isRange` all from the one chosen last to it. */
  choose(id: string, isOn: boolean, range?: { order: readonly string[]; isRange: boolean }): void;
  replace(ids: Iterable<string>): void;
  clear(): void;
}

/** Which videos something will be done with. */
export function createSelection(): Selection {
  const ids = signal<ReadonlySet<string>>(new Set());
  let lastChosen: string | null = null;
  return {
    ids,
    choose(id, isOn, range) {
      const reached = range?.isRange && lastChosen !== null ? idsBetween(range.order, lastChosen, id) : [id];
      const next = new Set(ids.peek());
      for (const each of reached)
        if (isOn) next.add(each);
        else next.delete(each);
      ids.value = next;
      lastChosen = id;
    },
    replace(chosen) {
      ids.value = new Set(chosen);
    },
    clear() {
      lastChosen = null;
      if (ids.peek().size > 0) ids.value = new Set();
    },
  };
}
