import { signal, type ReadonlySignal } from '@preact/signals';

/** A choice that is sent whole whenever it changes: one after the other, and of several at once the last. */
export interface Latest<Value> {
  /** As it is wanted; as the server has it, once that has refused. */
  readonly value: ReadonlySignal<Value>;
  /** Settles when nothing waits any more. Rejects with why it was refused. */
  put(value: Value): Promise<void>;
}

export function createLatest<Value>(first: Value, send: (value: Value) => Promise<unknown>): Latest<Value> {
  const value = signal(first);
  let saved = first;
  let isSending = false;
  let sending = Promise.resolve();
  const sendAll = async () => {
    isSending = true;
    try {
      while (saved !== value.peek()) {
        const sent = value.peek();
        await send(sent);
        saved = sent;
      }
    } catch (error) {
      value.value = saved;
      throw error;
    } finally {
      isSending = false;
    }
  };
  return {
    value,
    put(wanted) {
      value.value = wanted;
      if (!isSending) sending = sendAll();
      return sending;
    },
  };
}
