import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { PEN_COLORS } from '#protocol/pen-colors.ts';
import type { PenColor } from '#protocol/drawing.ts';
import { Icon } from '#client/ui/icon.tsx';
import { DiscardQuestion } from '../comments/discard-question.tsx';
import { pictureOf } from '../picture.ts';
import { useWatch } from '../watch.ts';
import { closeDesk, discardDrawing } from './open-desk.ts';

const NAMES: Record<PenColor, string> = {
  red: 'Red',
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  white: 'White',
  black: 'Black',
};

/** Under the picture while somebody draws on it. Escape leaves, and asks first where something would be lost. */
export function DrawingTools() {
  const watch = useWatch();
  const { desk } = pictureOf(watch);
  const isAsking = useSignal(false);
  const tools = useRef<HTMLDivElement>(null);
  const isEmpty = desk.drawing.value.length === 0;

  const leave = () => {
    if (desk.drawing.peek().length > 0) isAsking.value = true;
    else closeDesk(watch);
  };
  const discard = () => {
    discardDrawing(watch);
    closeDesk(watch);
  };

  useEffect(() => {
    tools.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    tools.current?.closest('.watch-video')?.querySelector('.stage')?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.target instanceof HTMLTextAreaElement) return;
      if (event.key === 'Escape') leave();
      else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) desk.undo();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [desk]);

  if (isAsking.value)
    return (
      <DiscardQuestion
        question="Discard your drawing?"
        keep="Keep drawing"
        onDiscard={discard}
        onKeep={() => (isAsking.value = false)}
      />
    );
  return (
    <div class="drawing-tools" ref={tools} role="group" aria-label="Drawing">
      <div class="pens" role="group" aria-label="Colour">
        {PEN_COLORS.map((color) => (
          <button
            key={color}
            type="button"
            class="pen"
            data-color={color}
            aria-label={NAMES[color]}
            title={NAMES[color]}
            aria-pressed={desk.color.value === color}
            onClick={() => (desk.color.value = color)}
          />
        ))}
      </div>
      <button type="button" class="button plain" disabled={!desk.mayUndo.value} onClick={desk.undo}>
        <Icon name="undo" />
        Undo
      </button>
      <button type="button" class="button plain" disabled={isEmpty} onClick={desk.clear}>
        Clear
      </button>
      <p class="small muted" role="status">
        {desk.isFull.value ? 'This drawing is full. Undo something to go on.' : ''}
      </p>
      <div class="row drawing-end">
        <button type="button" class="button plain" onClick={leave}>
          Cancel
        </button>
        <button type="button" class="button primary" disabled={isEmpty} onClick={() => closeDesk(watch)}>
          Done
        </button>
      </div>
    </div>
  );
}
