import { z } from '@hono/zod-openapi';
import { CommentContent, CommentView, MentionedIds } from '#protocol/comment.ts';
import { Drawing } from '#protocol/drawing.ts';
import { EntityId, Id, MediaSeconds } from '#protocol/id.ts';
import { PageQuery, pageOf } from '#worker/http/page-shape.ts';

export const CommentDraft = z
  .object({
    id: Id.optional().openapi({
      description: 'Made by you; sending the same again answers the same comment.',
    }),
    content: CommentContent,
    parentId: EntityId.nullish().openapi({ description: 'The comment this one replies to.' }),
    positionSeconds: MediaSeconds.nullish().openapi({ description: 'The moment it is about.' }),
    endSeconds: MediaSeconds.nullish(),
    frame: z.int().min(0).nullish().openapi({ description: 'The frame it is about, exactly.' }),
    drawing: Drawing.nullish().openapi({ description: 'What you drew over the picture; it never changes.' }),
    mentionedIds: MentionedIds.nullish().openapi({ description: 'Who is meant by each `@Name` in it.' }),
  })
  .openapi('CommentDraft', { example: { content: 'Look at the butterfly.', positionSeconds: 42.5 } });

export const CommentChange = z
  .object({
    content: CommentContent,
    mentionedIds: MentionedIds.nullish().openapi({ description: 'As they were, where it is left out.' }),
  })
  .openapi('CommentChange');

export const CommentResolution = z
  .object({ isResolved: z.boolean() })
  .openapi('CommentResolution', { example: { isResolved: true } });

export const CommentListQuery = PageQuery.extend({
  order: z
    .enum(['time', 'newest'])
    .default('time')
    .openapi({ description: '`time`: by the moment they are about, those about none last.' }),
  parentId: z
    .union([EntityId, z.literal('none')])
    .optional()
    .openapi({ description: 'Only the replies to this comment; `none`: only those that begin a thread.' }),
  since: z.iso.datetime().optional().openapi({ description: 'Only those written then or later.' }),
  until: z.iso.datetime().optional().openapi({ description: 'Only those written before then.' }),
});
export type CommentListQuery = z.infer<typeof CommentListQuery>;

export const CommentPage = pageOf(CommentView)
  .extend({
    likedCommentIds: z.array(EntityId).openapi({ description: 'Of these comments, those you like.' }),
  })
  .openapi('CommentPage');

export const LikeAnswer = z
  .object({ likeCount: z.int().min(0), isLikedByYou: z.boolean() })
  .openapi('LikeAnswer');
