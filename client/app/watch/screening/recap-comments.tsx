import type { CommentView } from '#protocol/comment.ts';
import type { Recap } from '#protocol/recap.ts';
import { Failure } from '#client/ui/failure.tsx';
import { MomentButton } from '../moment-button.tsx';
import { usePick, useWatch } from '../watch.ts';
import type { RecapReader } from './recap-reading.ts';
import { byChapter, describeSaid, saidDuring } from './recap-words.ts';

/** So few are read at a glance: more are folded by chapter. */
const AT_A_GLANCE = 12;

/** What was said, by chapter, each a way to its moment. */
export function RecapComments({ recap, reader }: { recap: Recap; reader: RecapReader }) {
  const { boot } = useWatch();
  const known = usePick((state) => state.comments).value;
  const state = reader.said.value;
  const said = saidDuring(known.values(), recap);
  if (recap.commentCount === 0 || (said.length === 0 && state.kind === 'all')) return null;
  const chapters = byChapter(said, boot.chapters);
  const isFolded = chapters.length > 1 && said.length > AT_A_GLANCE;
  return (
    <div aria-busy={state.kind === 'reading'}>
      <h2 class="small">What was said</h2>
      <p class="muted small figures">{describeSaid(said, recap, state.kind === 'all')}</p>
      <div class="recap-comments" role="region" tabIndex={0} aria-label="Comments of the screening">
        {chapters.map(({ title, said: here }) =>
          isFolded ? (
            <details key={title} class="recap-chapter">
              <summary>
                {title ?? 'About no chapter'}
                {state.kind === 'all' && <span class="muted figures"> ({here.length})</span>}
              </summary>
              <SaidList said={here} />
            </details>
          ) : (
            <div key={title}>
              {title !== null && <h3 class="small muted">{title}</h3>}
              <SaidList said={here} />
            </div>
          ),
        )}
      </div>
      {state.kind === 'failed' && <Failure error={state.error} retry={() => void reader.readOn()} />}
      {state.kind === 'more' && (
        <button type="button" class="button small-button" onClick={() => void reader.readOn()}>
          Show more
        </button>
      )}
    </div>
  );
}

const SaidList = ({ said }: { said: readonly CommentView[] }) => (
  <ol>
    {said.map((comment) => (
      <Said key={comment.id} comment={comment} />
    ))}
  </ol>
);

function Said({ comment }: { comment: CommentView }) {
  const { positionSeconds, authorName, content, parentId } = comment;
  return (
    <li data-answer={parentId !== null}>
      {positionSeconds !== null && <MomentButton seconds={positionSeconds} />}
      <span class="recap-words" title={content}>
        <strong>{authorName}</strong> {content}
      </span>
    </li>
  );
}
