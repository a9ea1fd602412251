import { z } from 'zod';
import { EntityId } from './id.ts';
import { LIMITS } from './limits.ts';
import { PEN_COLORS } from './pen-colors.ts';

export const PenColor = z.enum(PEN_COLORS);
export type PenColor = z.infer<typeof PenColor>;

/** A place on the picture: shares of its width and height from the top left, to a ten-thousandth. */
export const PictureShare = z
  .number()
  .min(0)
  .max(1)
  .overwrite((share) => Math.round(share * 10_000) / 10_000);

/** x, y, x, y …: what a pen passed through. */
const points = (most: number) =>
  z
    .array(PictureShare)
    .min(2)
    .max(most)
    .refine((all) => all.length % 2 === 0, 'A point has an x and a y.');

export const Stroke = z.object({ color: PenColor, points: points(LIMITS.drawingNumbers) });
export type Stroke = z.infer<typeof Stroke>;

/** What was drawn over the frame a comment is about. */
export const Drawing = z
  .array(Stroke)
  .min(1)
  .max(LIMITS.drawingStrokes)
  .refine(
    (strokes) => strokes.reduce((sum, { points }) => sum + points.length, 0) <= LIMITS.drawingNumbers,
    `A drawing has at most ${LIMITS.drawingNumbers / 2} points.`,
  )
  .meta({ id: 'Drawing' });
export type Drawing = z.infer<typeof Drawing>;

/** Up, volatile: the next points of a stroke being drawn, for the others in the screening to see. */
export const InkAdd = z
  .object({
    t: z.literal('ink.add'),
    strokeId: z.string().min(1).max(36),
    color: PenColor,
    points: points(LIMITS.inkNumbers),
  })
  .meta({ id: 'InkAdd' });
export type InkAdd = z.infer<typeof InkAdd>;

/** Up, volatile: takes away all that the sender is drawing. */
export const InkClear = z.object({ t: z.literal('ink.clear') }).meta({ id: 'InkClear' });

/** Up, volatile: where the sender points; null puts the pointer away. */
export const PointerMove = z
  .object({ t: z.literal('pointer'), at: z.object({ x: PictureShare, y: PictureShare }).nullable() })
  .meta({ id: 'PointerMove' });
export type PointerMove = z.infer<typeof PointerMove>;

/** Down, to a screening's members: whose pointer is where now. Only those that moved. */
export const Pointers = z
  .object({
    t: z.literal('pointers'),
    screeningId: EntityId,
    pointers: z.array(
      z.object({
        connectionId: z.string(),
        name: z.string(),
        at: z.object({ x: z.number(), y: z.number() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'Pointers' });

/** Down, to a screening's members: who cleared, then what was drawn since, in order. */
export const Ink = z
  .object({
    t: z.literal('ink'),
    screeningId: EntityId,
    cleared: z.array(z.string()),
    added: z.array(
      z.object({
        connectionId: z.string(),
        name: z.string(),
        strokeId: z.string(),
        color: PenColor,
        points: z.array(z.number()),
      }),
    ),
  })
  .meta({ id: 'Ink' });
