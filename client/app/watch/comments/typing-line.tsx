import { useSignal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { usePick, useWatch } from '../watch.ts';
import { describeTyping, Typists, TYPING_MS } from './typists.ts';

/** "Ann is typing…", over the end of the list. For eyes only: read aloud it would never end. */
export function TypingLine() {
  const watch = useWatch();
  const typists = useMemo(() => new Typists(), []);
  const people = usePick((state) => state.presence.people);
  const words = useSignal('');
  useSignalEffect(() => {
    const own = watch.state.peek().you?.connectionId;
    typists.note(people.value, Date.now());
    const show = () => (words.value = describeTyping(typists.names(Date.now(), own)));
    show();
    if (words.peek() === '') return undefined;
    const timer = setInterval(show, TYPING_MS / 10);
    return () => clearInterval(timer);
  });
  if (words.value === '') return null;
  return (
    <p class="typing-line small muted" aria-hidden="true">
      {words.value}
    </p>
  );
}
