import { z } from '@hono/zod-openapi';
import { EntityId, ShortId } from '#protocol/id.ts';

export type VideoRef = { id: string } | { shortId: string };

/** A video by its id or by the 11 characters its links carry; undefined for what can be neither. */
export function parseVideoRef(text: string): VideoRef | undefined {
  if (ShortId.safeParse(text).success) return { shortId: text };
  return EntityId.safeParse(text).success ? { id: text.toLowerCase() } : undefined;
}

/** `{id}` of every address below /api/videos. What is no id at all is as absent as an unknown one. */
export const VideoParam = z.object({
  id: z
    .string()
    .max(64)
    .openapi({
      param: { name: 'id', in: 'path' },
      description: 'The video’s id, or its short id.',
      example: 'k3Pq_Zt8-Wm',
    }),
});
