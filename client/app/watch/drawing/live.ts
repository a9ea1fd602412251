import { signal, type ReadonlySignal } from '@preact/signals';
import type { Room } from '#client/room/room.ts';
import {
  POINTER_MS,
  without,
  withInk,
  withoutStale,
  withPointers,
  type LiveInk,
  type LivePointers,
} from './live-ink.ts';

/** What others show over the picture this moment. Outside the room's state: nobody keeps it. */
export interface Live {
  readonly ink: ReadonlySignal<LiveInk>;
  readonly pointers: ReadonlySignal<LivePointers>;
}

export function createLive(
  room: Pick<Room, 'subscribe' | 'subscribeVolatile' | 'getState'>,
  nowMs: () => number = Date.now,
): Live {
  const ink = signal<LiveInk>(new Map());
  const pointers = signal<LivePointers>(new Map());
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fade = () => {
    timer = undefined;
    pointers.value = withoutStale(pointers.peek(), nowMs());
    if (pointers.peek().size > 0) timer = setTimeout(fade, POINTER_MS / 4);
  };
  room.subscribeVolatile((frame) => {
    const { screening, you } = room.getState();
    if (frame.screeningId !== screening?.id) return;
    if (frame.t === 'ink') ink.value = withInk(ink.peek(), frame, you?.connectionId);
    else {
      pointers.value = withPointers(pointers.peek(), frame, you?.connectionId, nowMs());
      timer ??= setTimeout(fade, POINTER_MS / 4);
    }
  });
  room.subscribe((state, before) => {
    if (
      state.screening?.id !== before.screening?.id ||
      state.you?.connectionId !== before.you?.connectionId
    ) {
      ink.value = new Map();
      pointers.value = new Map();
    } else if (state.presence !== before.presence) {
      const gone = new Set([...before.presence.people.keys()].filter((id) => !state.presence.people.has(id)));
      ink.value = without(ink.peek(), gone);
      pointers.value = without(pointers.peek(), gone);
    }
  });
  return { ink, pointers };
}
