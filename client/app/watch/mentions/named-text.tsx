import type { ListedComment } from '#client/room/select.ts';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { MomentText } from '../moment-text.tsx';

const WithNames = lazyPart(
  async () => (await import('./with-names.tsx')).WithNames,
  ({ content }) => <MomentText text={content} />,
);

/** A comment's words: timecodes go to their moments, and who is named stands out. */
export const NamedText = ({ comment }: { comment: Pick<ListedComment, 'content' | 'mentionedIds'> }) =>
  comment.mentionedIds.length === 0 ? (
    <MomentText text={comment.content} />
  ) : (
    <WithNames content={comment.content} ids={comment.mentionedIds} />
  );
