import { z } from '@hono/zod-openapi';
import { PageQuery } from '#worker/http/page-shape.ts';
import { storedLine } from '#worker/http/stored-text.ts';
import { VisibilityName } from './video-input.ts';

const Moment = z.iso.datetime({ offset: true }).openapi({ example: '2026-01-31T00:00:00Z' });
const Seconds = z.coerce.number().min(0).max(1_000_000).openapi({ example: 60 });

/** What narrows a list or a search. Each is optional; all that are given must hold. */
export const VideoFilter = z.object({
  author: z
    .union([z.literal('me'), z.uuid()])
    .optional()
    .openapi({ description: '`me` or somebody’s id.', type: 'string' }),
  organization: z.uuid().optional(),
  channel: z.uuid().optional(),
  series: z.uuid().optional(),
  tag: z.uuid().optional().openapi({ description: 'A tag’s id.' }),
  category: z.uuid().optional().openapi({ description: 'A category’s id.' }),
  freeTag: storedLine().min(1).max(50).optional().openapi({ description: 'A free tag, in any case.' }),
  visibility: VisibilityName.optional(),
  status: z.enum(['pending', 'processing', 'complete', 'error', 'cancelled']).optional(),
  featured: z.enum(['true', 'false']).optional(),
  archived: z
    .enum(['exclude', 'include', 'only'])
    .default('exclude')
    .openapi({ description: 'Archived videos are in no list of everybody’s.' }),
  versions: z.enum(['latest', 'all']).default('latest').openapi({
    description: '`latest`: of a stack of versions only the newest. A series shows those chosen for it.',
  }),
  minSeconds: Seconds.optional(),
  maxSeconds: Seconds.optional(),
  createdFrom: Moment.optional(),
  createdBefore: Moment.optional(),
  publishedFrom: Moment.optional(),
  publishedBefore: Moment.optional(),
});
export type VideoFilter = z.infer<typeof VideoFilter>;

export const SORTS = [
  'newest',
  'oldest',
  'published',
  'updated',
  'title',
  'viewed',
  'liked',
  'commented',
  'position',
] as const;
export type Sort = (typeof SORTS)[number];

export const VideoListQuery = PageQuery.extend(VideoFilter.shape).extend({
  sort: z
    .enum(SORTS)
    .optional()
    .openapi({
      description:
        'Everybody’s list: newest, oldest, published, title, viewed, liked, commented. An author’s or organization’s: ' +
        'newest, oldest, updated, title. A channel’s: newest, oldest. A series’: position, and it is the default there. ' +
        'With a tag, category or free tag: newest, oldest.',
    }),
});
export type VideoListQuery = z.infer<typeof VideoListQuery>;

export const VideoSearchQuery = PageQuery.extend(VideoFilter.shape).extend({
  q: storedLine().min(1, 'Say what to look for.').max(200).openapi({
    description:
      'Words, all of which must be there; `"a phrase"`, `-without`, `or`. The last word may be the beginning of one.',
    example: 'big bunny',
  }),
  sort: z.enum(['relevance', 'newest', 'oldest']).default('relevance'),
});
export type VideoSearchQuery = z.infer<typeof VideoSearchQuery>;

export type Scope = 'everybody' | 'author' | 'organization' | 'channel' | 'series' | 'marks';

/** Which list it is: the narrowest thing asked for has the index the list is read from. */
export function scopeOf(filter: VideoFilter): Scope {
  if (filter.tag || filter.category || filter.freeTag) return 'marks';
  if (filter.series) return 'series';
  if (filter.channel) return 'channel';
  if (filter.author) return 'author';
  return filter.organization ? 'organization' : 'everybody';
}

/** The orders each list is kept in, the default first. */
export const SORTS_OF: Record<Scope, readonly Sort[]> = {
  everybody: ['newest', 'oldest', 'published', 'title', 'viewed', 'liked', 'commented'],
  author: ['newest', 'oldest', 'updated', 'title'],
  organization: ['newest', 'oldest', 'updated', 'title'],
  channel: ['newest', 'oldest'],
  series: ['position'],
  marks: ['newest', 'oldest'],
};
