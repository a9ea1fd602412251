import { z } from '@hono/zod-openapi';
import { EXPORT_FORMATS } from './formats.ts';
import { RATE_NAMES } from './frame-rate.ts';

export const ExportQuery = z.object({
  format: z.enum(EXPORT_FORMATS).openapi({
    example: 'csv',
    description:
      '`csv` for spreadsheets, `json` for programs, `vtt` for players, `edl` for DaVinci Resolve, `fcpxml` for Final ' +
      'Cut Pro, `fcp7xml` for Premiere Pro.',
  }),
  filter: z
    .enum(['open', 'all'])
    .default('all')
    .openapi({ description: '`open`: without what is resolved.' }),
  fps: z.enum(RATE_NAMES).optional().openapi({
    description: 'Frames per second, for a video of which they are not known. A known rate counts.',
  }),
});

/** The media types answered, each with the one schema there is for it. */
export const EXPORT_CONTENT = {
  'text/csv': { schema: z.string() },
  'application/json': { schema: z.looseObject({}).openapi('CommentExport') },
  'text/vtt': { schema: z.string() },
  'text/plain': { schema: z.string() },
  'application/xml': { schema: z.string() },
};
