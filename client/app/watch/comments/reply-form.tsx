import { useEffect, useRef } from 'preact/hooks';
import { LIMITS } from '#protocol/limits.ts';
import { attemptNamed } from '../identity.ts';
import { useWatch } from '../watch.ts';
import { useMentions } from '../mentions/use-mentions.tsx';
import { useTyping } from './use-typing.ts';

/** Answers a thread. Who has no name yet is asked for it; the answer waits and is posted then. */
export function ReplyForm({ parentId, onDone }: { parentId: string; onDone: () => void }) {
  const watch = useWatch();
  const area = useRef<HTMLTextAreaElement>(null);
  const { typed, stopped } = useTyping();
  const mentions = useMentions(area, typed);
  useEffect(() => area.current?.focus(), []);

  const post = (event: Event) => {
    event.preventDefault();
    const content = area.current?.value.trim() ?? '';
    if (content === '') return area.current?.focus();
    stopped();
    const send = async () => {
      const mentionedIds = mentions.idsIn(content);
      watch.writing.post({ content, parentId, ...(mentionedIds.length > 0 ? { mentionedIds } : {}) });
      onDone();
    };
    void attemptNamed(watch, 'To reply', send, 'panel');
    return undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || mentions.onKeyDown(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) post(event);
    if (event.key === 'Escape' && area.current?.value.trim() === '') onDone();
  };

  return (
    <form class="stack-small" onSubmit={post} aria-label="Reply">
      <textarea
        ref={area}
        class="input"
        rows={1}
        aria-label="Your reply"
        placeholder="Reply"
        maxLength={LIMITS.commentCharacters}
        onInput={() => {
          typed();
          mentions.look();
        }}
        onSelect={mentions.look}
        onBlur={mentions.close}
        onKeyDown={onKeyDown}
        {...mentions.field}
      />
      {mentions.list}
      <div class="row">
        <button type="submit" class="button primary">
          Reply
        </button>
        <button type="button" class="button plain" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}
