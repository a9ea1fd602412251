import { signal, type ReadonlySignal } from '@preact/signals';

/** A sentence at the page's foot, for a while, with at most one thing to do about it. */
export interface Toast {
  id: number;
  sentence: string;
  action?: { label: string; act: () => void } | undefined;
}

export interface Toasts {
  readonly shown: ReadonlySignal<readonly Toast[]>;
  /** Says it; it goes by itself after ten seconds. */
  tell(sentence: string, action?: Toast['action']): void;
  dismiss(id: number): void;
}

/** How long something can be taken back (experience: "Undo (10 s)"). */
const SHOWN_MS = 10_000;
const MOST = 3;

/** `speak` is the page's live region: what is shown is said, too. */
export function createToasts(speak: (sentence: string) => void): Toasts {
  const shown = signal<readonly Toast[]>([]);
  let lastId = 0;
  const dismiss = (id: number) => {
    shown.value = shown.value.filter((toast) => toast.id !== id);
  };
  return {
    shown,
    tell(sentence, action) {
      const id = ++lastId;
      shown.value = [...shown.value, { id, sentence, action }].slice(-MOST);
      speak(action ? `${sentence} ${action.label} is at the foot of the page.` : sentence);
      setTimeout(() => dismiss(id), SHOWN_MS);
    },
    dismiss,
  };
}
