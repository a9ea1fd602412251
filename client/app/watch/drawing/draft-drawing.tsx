import { useSignal } from '@preact/signals';
import { Icon } from '#client/ui/icon.tsx';
import { DiscardQuestion } from '../comments/discard-question.tsx';
import { useWatch } from '../watch.ts';
import { discardDrawing, openDesk } from './open-desk.ts';

/** In the composer: draw on the frame the comment is about, or change or remove what is drawn. */
export function DraftDrawing() {
  const watch = useWatch();
  const strokes = watch.writing.drawing.value.length;
  const picture = watch.picture.value;
  const isAsking = useSignal(false);
  // It comes with the player, which there may be none of.
  if (!picture) return null;
  const { isOpen } = picture.desk;
  const leaveQuestion = () => {
    isAsking.value = false;
    watch.writing.focusAsked.value += 1;
  };
  if (isAsking.value)
    return (
      <DiscardQuestion
        question="Remove your drawing?"
        keep="Keep it"
        onDiscard={() => {
          discardDrawing(watch);
          leaveQuestion();
        }}
        onKeep={leaveQuestion}
      />
    );
  return (
    <span class="draft-drawing">
      <button
        type="button"
        class="button plain"
        data-drawn={strokes > 0}
        aria-keyshortcuts="D"
        title={strokes > 0 ? undefined : 'Draw on this frame'}
        disabled={isOpen.value}
        onClick={() => void openDesk(watch)}
      >
        <Icon name="pen" />
        {strokes > 0 ? 'Edit drawing' : 'Draw'}
        {strokes === 0 && <span class="visually-hidden"> on this frame</span>}
      </button>
      {strokes > 0 && !isOpen.value && (
        <button
          type="button"
          class="button plain icon-only"
          aria-label="Remove drawing"
          onClick={() => (isAsking.value = true)}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}
