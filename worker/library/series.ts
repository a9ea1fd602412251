import { z } from '@hono/zod-openapi';
import { EntityId, Id } from '#protocol/id.ts';
import { storedLine, storedText } from '#worker/http/stored-text.ts';
import { entityParam } from './entity-param.ts';
import type { SeriesRow } from './series.queries.ts';

/** More than anybody watches in a row, and no more than one transaction orders at once. */
const MOST_VIDEOS = 500;

/** A series as members of its organization see it. */
export const Series = z
  .object({
    id: EntityId,
    organizationId: EntityId,
    name: z.string(),
    description: z.string().nullable(),
    videoCount: z.int().openapi({ description: 'Of those you may see.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Series');

const Name = storedLine()
  .min(1, 'A name has at least one character.')
  .max(255)
  .openapi({ example: 'Season 1' });
const Description = storedText().max(2000).nullable();

export const SeriesDraft = z
  .object({
    id: Id.optional().openapi({ description: 'Make your own: a repeat then answers what the first made.' }),
    name: Name,
    description: Description.optional(),
  })
  .openapi('SeriesDraft', { example: { name: 'Season 1' } });

export const SeriesEdit = z
  .object({ name: Name.optional(), description: Description.optional() })
  .openapi('SeriesEdit', { example: { name: 'Season 1' } });
export type SeriesEdit = z.infer<typeof SeriesEdit>;

export const SeriesVideos = z
  .object({
    videoIds: z
      .array(EntityId)
      .max(MOST_VIDEOS)
      .refine((ids) => new Set(ids).size === ids.length, 'Each video once.'),
  })
  .openapi('SeriesVideos', { example: { videoIds: [] } });

export const SeriesParam = z.object({ seriesId: entityParam('seriesId') });

export const toSeriesView = (row: SeriesRow): z.infer<typeof Series> => ({
  id: row.id,
  organizationId: row.organizationId,
  name: row.name,
  description: row.description,
  videoCount: row.videoCount,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
