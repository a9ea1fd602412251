import { effect, signal, type Signal } from '@preact/signals';
import type { Room } from '#client/room/room.ts';
import type { Writing } from './comments/writing.ts';
import { createDesk, type Desk } from './drawing/desk.ts';
import { createInkSender } from './drawing/ink-sender.ts';
import { createLive, type Live } from './drawing/live.ts';
import { readDrawing } from './drawing/read-drawing.ts';
import { createShownDrawings, type ShownDrawings } from './drawing/shown-drawings.ts';
import { createFlights, type Flights } from './reactions/flights.ts';
import { OwnReactions } from './reactions/own-reactions.ts';
import type { Watch } from './watch.ts';

/** What stands over the picture: drawings, others' pens and pointers, reactions. */
export interface Picture {
  readonly desk: Desk;
  readonly shown: ShownDrawings;
  readonly live: Live;
  readonly flights: Flights;
  readonly own: OwnReactions;
  /** Whether one's own pointer is shown to the others. */
  readonly isPointing: Signal<boolean>;
}

/** Of what stands over the picture, which comes with the player: whoever asks has come with it, too. */
export function pictureOf(watch: Watch): Picture {
  const picture = watch.picture.value;
  if (!picture) throw new Error('What stands over the picture comes with the player.');
  return picture;
}

export function createPicture(room: Room, videoId: string, writing: Writing): Picture {
  const ink = createInkSender(room, () => room.getState().screening !== null);
  const desk = createDesk(writing.drawing, ink);
  // Posted or thrown away: the comment shows it from here on, or nothing does.
  effect(() => {
    if (writing.drawing.value.length === 0 && !desk.isOpen.value) ink.clear();
  });
  // The room forgets what somebody draws when their link breaks.
  room.subscribe((now, before) => {
    const isBack = now.you?.connectionId !== before.you?.connectionId && before.screening !== null;
    if (isBack && now.screening?.id === before.screening?.id) ink.changed(writing.drawing.peek());
  });
  return {
    desk,
    shown: createShownDrawings(room.getState, (id) => readDrawing(videoId, id)),
    live: createLive(room),
    flights: createFlights(),
    own: new OwnReactions(),
    isPointing: signal(false),
  };
}
