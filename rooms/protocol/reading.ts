import { z } from 'zod';

/**
 * Down, when much has gone out to one connection: answered at once with `heard` of the same `n`. It is how the room
 * knows that somebody still reads, since a socket's buffers do not tell. A room that sends little sends none, and `n` is
 * random: only who has read it can answer.
 */
export const Mark = z.object({ t: z.literal('mark'), n: z.int().min(1) }).meta({ id: 'Mark' });
export type Mark = z.infer<typeof Mark>;

/** Up, volatile: everything up to this mark has been read. A mark that was not sent, or was answered, is INVALID. */
export const Heard = z.object({ t: z.literal('heard'), n: z.int().min(1) }).meta({ id: 'Heard' });
export type Heard = z.infer<typeof Heard>;
