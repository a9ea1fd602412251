import { useWatch } from '../watch.ts';
import { UnsentList } from './unsent-list.tsx';

/** What the room would not take, and words of an earlier visit that did not get through, each with the reason. */
export const RefusedWords = () => (
  <>
    <UnsentList />
    <Refused />
  </>
);

function Refused() {
  const { writing } = useWatch();
  if (writing.refused.value.length === 0) return null;
  return (
    <ul class="refused">
      {writing.refused.value.map((refused) => (
        <li key={refused.key} class="notice bad">
          <p role="alert">
            <strong>Not posted.</strong> {refused.reason}
          </p>
          <p class="comment-text">{refused.comment.content}</p>
          <div class="row">
            <button type="button" class="button" onClick={() => writing.takeBack(refused)}>
              {refused.comment.parentId ? 'Try again' : 'Edit and try again'}
            </button>
            <button type="button" class="button plain" onClick={() => writing.discard(refused)}>
              Discard
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}
