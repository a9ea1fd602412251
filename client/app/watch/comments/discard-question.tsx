import { useLayoutEffect, useRef } from 'preact/hooks';

interface Question {
  question?: string;
  keep?: string;
  onDiscard: () => void;
  onKeep: () => void;
}

/** Asks in place before something is thrown away; Escape keeps it. */
export function DiscardQuestion({
  question = 'Discard what you wrote?',
  keep = 'Keep writing',
  onDiscard,
  onKeep,
}: Question) {
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onKeep();
  };
  return (
    <div class="notice row" role="group" aria-label={question} onKeyDown={onKeyDown}>
      <span>{question}</span>
      <button type="button" class="button danger" ref={first} onClick={onDiscard}>
        Discard
      </button>
      <button type="button" class="button plain" onClick={onKeep}>
        {keep}
      </button>
    </div>
  );
}
