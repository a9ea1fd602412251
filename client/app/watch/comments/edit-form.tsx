import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { LIMITS } from '#protocol/limits.ts';
import type { ListedComment } from '#client/room/select.ts';
import { wordsOf } from '../identity.ts';
import { useMentions } from '../mentions/use-mentions.tsx';
import { useWatch } from '../watch.ts';

/** Rewrites a comment in its place. Ctrl+Enter saves, Escape leaves it as it was. */
export function EditForm({ comment, onDone }: { comment: ListedComment; onDone: () => void }) {
  const watch = useWatch();
  const area = useRef<HTMLTextAreaElement>(null);
  const error = useSignal<string | null>(null);
  const mentions = useMentions(area, () => undefined);
  useEffect(() => area.current?.focus(), []);

  const save = async (event: Event) => {
    event.preventDefault();
    const content = area.current?.value.trim() ?? '';
    const mentionedIds = mentions.idsIn(content, comment.mentionedIds);
    // The same words may mean somebody now: a name that was typed has been picked from the list.
    const isSame = content === comment.content && mentionedIds.join() === comment.mentionedIds.join();
    if (content === '' || isSame) return onDone();
    const saved = watch.room.editComment(comment.id, content, mentionedIds);
    const failure = await saved.then(() => null, wordsOf);
    if (failure === null) return onDone();
    error.value = failure;
    return undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || mentions.onKeyDown(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
    if (event.key === 'Escape') onDone();
  };

  return (
    <form class="stack-small" onSubmit={save}>
      <textarea
        ref={area}
        class="input"
        aria-label="Edit your comment"
        maxLength={LIMITS.commentCharacters}
        defaultValue={comment.content}
        onInput={mentions.look}
        onSelect={mentions.look}
        onBlur={mentions.close}
        onKeyDown={onKeyDown}
        {...mentions.field}
      />
      {mentions.list}
      {error.value && (
        <p class="notice bad" role="alert">
          {error.value}
        </p>
      )}
      <div class="row">
        <button type="submit" class="button primary">
          Save
        </button>
        <button type="button" class="button plain" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}
