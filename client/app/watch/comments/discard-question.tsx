import { useLayoutEffect, useRef } from 'preact/hooks';

/** "Discard what you wrote?" in place; Escape keeps it. */
export function DiscardQuestion({ onDiscard, onKeep }: { onDiscard: () => void; onKeep: () => void }) {
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onKeep();
  };
  return (
    <div class="notice row" role="group" aria-label="Discard what you wrote?" onKeyDown={onKeyDown}>
      <span>Discard what you wrote?</span>
      <button type="button" class="button danger" ref={first} onClick={onDiscard}>
        Discard
      </button>
      <button type="button" class="button plain" onClick={onKeep}>
        Keep writing
      </button>
    </div>
  );
}
