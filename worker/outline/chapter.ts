import { z } from '@hono/zod-openapi';
import { Id, MediaSeconds } from '#protocol/id.ts';
import { storedLine, storedText } from '#worker/http/stored-text.ts';

const MOST_CHAPTERS = 500;

const Title = storedLine()
  .min(1, 'A chapter has a title.')
  .max(255, 'A title has at most 255 characters.')
  .openapi({ example: 'The meadow' });
const Description = storedText().max(5000, 'A description has at most 5,000 characters.');

export const Chapter = z
  .object({
    id: z.uuid(),
    title: z.string(),
    description: z.string().nullable(),
    startSeconds: z.number(),
    endSeconds: z.number(),
    position: z.int().openapi({ description: 'From 1, in the order of time.' }),
  })
  .openapi('Chapter');

export const ChapterInput = z
  .object({
    id: Id.optional().openapi({ description: 'Made by you, or of the chapter that stays.' }),
    title: Title,
    description: Description.nullish(),
    startSeconds: MediaSeconds,
    endSeconds: MediaSeconds.nullish().openapi({
      description: 'Absent: where the next chapter starts, or the end of the video.',
    }),
  })
  .openapi('ChapterInput');

export const ChapterListInput = z
  .object({ chapters: z.array(ChapterInput).max(MOST_CHAPTERS, 'At most 500 chapters.') })
  .openapi('ChapterListInput', {
    example: {
      chapters: [
        { title: 'Opening', startSeconds: 0 },
        { title: 'The meadow', startSeconds: 83.5 },
      ],
    },
  });

export const ChapterEdit = z
  .object({
    title: Title.optional(),
    description: Description.nullable().optional(),
    startSeconds: MediaSeconds.optional(),
    endSeconds: MediaSeconds.optional(),
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'Nothing to change was given.')
  .openapi('ChapterEdit');

export type Chapter = z.infer<typeof Chapter>;
export type ChapterInput = z.infer<typeof ChapterInput>;
export type ChapterEdit = z.infer<typeof ChapterEdit>;

/** A chapter of a list to be stored: every end known, to the millisecond. */
export interface CompleteChapter {
  id: string;
  title: string;
  description: string | null;
  startSeconds: number;
  endSeconds: number;
  position: number;
}
