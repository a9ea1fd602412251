import type { Scheduled, Timeline } from './timeline.ts';

/** As much of a message event as is read of one; partysocket makes a copy of each, and Node's own costs as much as parsing. */
class PlainMessageEvent extends Event {
  readonly data: unknown;

  constructor(type: string, { data }: { data: unknown }) {
    super(type);
    this.data = data;
  }
}

/**
 * Runs `run` with `setTimeout` and `clearTimeout` on the timeline: client and partysocket take them from the
 * global scope. `run` must only await what the timeline resolves, so that nobody else's code runs meanwhile.
 */
export async function withVirtualTimers<T>(timeline: Timeline, run: () => Promise<T>): Promise<T> {
  const { setTimeout, clearTimeout, MessageEvent } = globalThis;
  const set = (callback: () => void, delayMs = 0): Scheduled => {
    const { owner, nowMs } = timeline;
    return timeline.at(owner?.dueMs(nowMs, delayMs) ?? nowMs + delayMs, owner, callback);
  };
  const clear = (event: Scheduled | undefined): void => {
    if (event) event.isCancelled = true;
  };
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear, MessageEvent: PlainMessageEvent });
  try {
    return await run();
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout, MessageEvent });
  }
}
