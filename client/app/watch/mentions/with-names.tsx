import { MomentText } from '../moment-text.tsx';
import { usePick, useWatch } from '../watch.ts';
import { splitAtNames, type Mentionable } from './mention-rules.ts';

/** Words in which people are named: who is, stands out, most of all the reader. */
export function WithNames({ content, ids }: { content: string; ids: readonly string[] }) {
  const watch = useWatch();
  const people = usePick((state) => state.presence.people).value;
  const comments = usePick((state) => state.comments).value;
  const viewer = watch.viewer.value;
  const known: Mentionable[] = [];
  const know = (userId: string | null, name: string | null) => {
    if (userId && name && ids.includes(userId)) known.push({ userId, name });
  };
  know(viewer.userId, viewer.name);
  for (const { userId, name } of people.values()) know(userId, name);
  for (const { authorId, authorName } of comments.values()) know(authorId, authorName);
  return (
    <>
      {splitAtNames(content, known).map((piece) =>
        piece.kind === 'text' ? (
          <MomentText text={piece.text} />
        ) : (
          <span class="named" data-you={piece.userId !== null && piece.userId === viewer.userId}>
            {piece.text}
          </span>
        ),
      )}
    </>
  );
}
