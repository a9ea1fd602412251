import { signal, type ReadonlySignal } from '@preact/signals';

export interface Announcer {
  /** What the polite live region holds now. */
  readonly message: ReadonlySignal<string>;
  say(sentence: string): void;
  stop(): void;
}

/** Later sentences of one batch beyond this are counted, not read: a busy room would never fall silent. */
const READ_OUT = 4;

/**
 * Collects what happened and says it in one breath every `intervalMs`: screen readers drop or queue endlessly
 * what is said one by one. The first sentence after silence waits its turn too, so that its neighbours join it.
 */
export function createAnnouncer(intervalMs = 3000): Announcer {
  const message = signal('');
  let waiting: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const speak = () => {
    timer = undefined;
    const unique = [...new Set(waiting)];
    waiting = [];
    const more = unique.length - READ_OUT;
    message.value = [...unique.slice(0, READ_OUT), ...(more > 0 ? [`and ${more} more`] : [])].join('. ');
  };

  return {
    message,
    say(sentence) {
      waiting.push(sentence);
      timer ??= setTimeout(speak, intervalMs);
    },
    stop() {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
