import { z } from '@hono/zod-openapi';
import { MediaSeconds } from '#protocol/id.ts';
import { PageQuery, pageOf } from '#worker/http/page-shape.ts';
import { storedText } from '#worker/http/stored-text.ts';
import { VideoParam } from '#worker/library/video-ref.ts';

export const MOST_CUES = 20_000;
export const MOST_CUE_CHARACTERS = 2000;

export const Transcript = z
  .object({
    language: z.string().openapi({ example: 'en' }),
    origin: z.enum(['upload', 'model']),
    isDefault: z.boolean().openapi({ description: 'What players show first, and search reads.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Transcript');
export type Transcript = z.infer<typeof Transcript>;

export const TranscriptList = pageOf(Transcript).openapi('TranscriptList');

export const TranscriptCue = z
  .object({ position: z.int(), startSeconds: z.number(), endSeconds: z.number(), text: z.string() })
  .openapi('TranscriptCue');
export const TranscriptPage = pageOf(TranscriptCue)
  .extend({ transcript: Transcript })
  .openapi('TranscriptPage');
export const CueQuery = PageQuery.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(100).openapi({ example: 100 }),
});

const CueInput = z
  .object({
    startSeconds: MediaSeconds,
    endSeconds: MediaSeconds,
    text: storedText()
      .min(1, 'A cue has words.')
      .max(MOST_CUE_CHARACTERS, 'A cue has at most 2,000 characters.'),
  })
  .refine(({ startSeconds, endSeconds }) => endSeconds - startSeconds >= 0.001, {
    path: ['endSeconds'],
    message: 'A cue ends after it starts.',
  });

export const TranscriptInput = z
  .object({
    cues: z.array(CueInput).min(1, 'A transcript has words.').max(MOST_CUES, 'At most 20,000 cues.'),
  })
  .openapi('TranscriptInput', {
    example: { cues: [{ startSeconds: 1.5, endSeconds: 4, text: 'Once upon a time.' }] },
  });

export const TranscriptEdit = z
  .object({ isDefault: z.literal(true) })
  .openapi('TranscriptEdit', { example: { isDefault: true } });

export const LanguageParam = VideoParam.extend({
  language: z
    .string()
    .max(64)
    .openapi({ param: { name: 'language', in: 'path' }, description: 'BCP 47.', example: 'en' }),
});

/** `pt-br` as `pt-BR`; undefined for what is no language's name. */
export function canonicalLanguage(text: string): string | undefined {
  if (text.length > 35 || !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}
