import { z } from 'zod';
import { Ack, Bye, Refuse } from './ack.ts';
import { ControlChanged } from './control.ts';
import { Ink, Pointers } from './drawing.ts';
import { Events } from './event.ts';
import { PersistChanged, Welcome } from './hello.ts';
import { Presence } from './presence.ts';
import { Mark } from './reading.ts';
import { PlaybackChanged, Skew } from './screening.ts';

/** Everything a room may send. Clients ignore what they do not know. */
export const Down = z.discriminatedUnion('t', [
  Welcome,
  Ack,
  Refuse,
  Events,
  PlaybackChanged,
  ControlChanged,
  Presence,
  Skew,
  Pointers,
  Ink,
  PersistChanged,
  Mark,
  Bye,
]);
export type Down = z.infer<typeof Down>;
/** As a room writes it: what the schema fills in may be left out. */
export type DownSent = z.input<typeof Down>;
