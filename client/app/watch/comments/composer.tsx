import { effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { LIMITS } from '#protocol/limits.ts';
import { becomeGuest, wordsOf } from '../identity.ts';
import { presentMoment, useWatch } from '../watch.ts';
import { useMentions } from '../mentions/use-mentions.tsx';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { MomentChip } from './moment-chip.tsx';
import { useSpanKeys } from './use-span-keys.ts';
import { useTyping } from './use-typing.ts';

const RangeChip = lazyPart(async () => (await import('./range-chip.tsx')).RangeChip);
const DraftDrawing = lazyPart(async () => (await import('../drawing/draft-drawing.tsx')).DraftDrawing);
const DiscardQuestion = lazyPart(async () => (await import('./discard-question.tsx')).DiscardQuestion);

/** Writes a comment about the frame on show. Lives outside the player, which never hears these keys. */
export function Composer() {
  const watch = useWatch();
  const { text, moment, drawing, focusAsked, endSeconds, isBegun } = watch.writing;
  const area = useRef<HTMLTextAreaElement>(null);
  const nameInput = useRef<HTMLInputElement>(null);
  const error = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const isAsking = useSignal(false);
  const { typed, stopped } = useTyping();
  const mentions = useMentions(area, (words) => (text.value = words));
  useSpanKeys();
  const isAnonymous = watch.viewer.value.kind === 'anonymous';

  // A plain effect: the hook for it waits for a frame, and the first letters would go elsewhere.
  useEffect(
    () =>
      effect(() => {
        if (focusAsked.value > 0) area.current?.focus();
      }),
    [focusAsked],
  );

  const onInput = (event: InputEvent & { currentTarget: HTMLTextAreaElement }) => {
    text.value = event.currentTarget.value;
    const isEmpty = text.value === '' && drawing.value.length === 0 && !isBegun.value;
    moment.value = isEmpty ? null : (moment.value ?? presentMoment(watch));
    typed();
    mentions.look();
  };

  const post = async (event?: Event) => {
    event?.preventDefault();
    const content = text.value.trim();
    if (content === '' || isBusy.value) return area.current?.focus();
    error.value = null;
    if (isAnonymous) {
      const name = nameInput.current?.value.trim() ?? '';
      if (name === '') return nameInput.current?.focus();
      isBusy.value = true;
      const failure = await becomeGuest(watch, name).then(() => null, wordsOf);
      isBusy.value = false;
      error.value = failure;
      if (failure !== null) return undefined;
    }
    const drawn = drawing.value.length > 0 ? { drawing: drawing.value } : {};
    const end = endSeconds.value === null ? {} : { endSeconds: endSeconds.value };
    const mentionedIds = mentions.idsIn(content, watch.writing.named.peek());
    const named = mentionedIds.length > 0 ? { mentionedIds } : {};
    watch.writing.post({ content, ...(moment.value ?? presentMoment(watch)), ...end, ...drawn, ...named });
    clear();
    return area.current?.focus();
  };

  const clear = () => {
    stopped();
    text.value = '';
    drawing.value = [];
    watch.writing.named.value = [];
    watch.picture.peek()?.desk.close();
    watch.writing.clearSpan();
    moment.value = null;
    isAsking.value = false;
  };

  const retime = () => {
    if (isBegun.value) watch.writing.setSpanBegin(presentMoment(watch));
    else moment.value = presentMoment(watch);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || mentions.onKeyDown(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void post(event);
    if (event.key !== 'Escape' || isAsking.value) return;
    event.preventDefault();
    if (text.value.trim() !== '' || drawing.value.length > 0) return void (isAsking.value = true);
    clear();
    watch.player.value?.video.focus();
  };

  return (
    <form class="composer" onSubmit={post} onKeyDown={onKeyDown} aria-label="Write a comment">
      <label class="visually-hidden" for="comment-text">
        Comment
      </label>
      <textarea
        id="comment-text"
        ref={area}
        class="input"
        rows={1}
        maxLength={LIMITS.commentCharacters}
        placeholder={drawing.value.length > 0 ? 'Say what you drew' : 'Comment on this frame'}
        aria-keyshortcuts="N Control+Enter"
        value={text.value}
        onInput={onInput}
        onSelect={mentions.look}
        onFocus={() => void import('./above-keyboard.ts').then((part) => part.stayAboveKeyboard())}
        onBlur={() => {
          stopped();
          mentions.close();
        }}
        {...mentions.field}
      />
      {mentions.list}
      {isAsking.value && (
        <DiscardQuestion
          onDiscard={() => {
            clear();
            watch.player.value?.video.focus();
          }}
          onKeep={() => {
            isAsking.value = false;
            area.current?.focus();
          }}
        />
      )}
      {isAnonymous && text.value !== '' && (
        <div class="field">
          <label for="guest-name">Your name</label>
          <input
            id="guest-name"
            ref={nameInput}
            class="input"
            autocomplete="nickname"
            maxLength={LIMITS.nameCharacters}
            aria-describedby={error.value ? 'composer-error' : undefined}
          />
        </div>
      )}
      {error.value && (
        <p id="composer-error" class="notice bad" role="alert">
          {error.value}
        </p>
      )}
      <div class="composer-foot">
        <MomentChip onRetime={retime} />
        {moment.value && <RangeChip />}
        <DraftDrawing />
        {drawing.value.length === 0 && endSeconds.value === null && (
          <span class="hint small muted">Ctrl+Enter</span>
        )}
        <button
          type="submit"
          class="button primary"
          disabled={text.value.trim() === ''}
          aria-busy={isBusy.value}
        >
          Comment
        </button>
      </div>
    </form>
  );
}
