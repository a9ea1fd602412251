import { lazyPart } from '#client/ui/lazy-part.tsx';
import { usePick, useWatch } from '../watch.ts';

const RefusedWords = lazyPart(async () => (await import('./refused-words.tsx')).RefusedWords);

/** Words that did not get through, where there are any; the text is the author's to keep. */
export function RefusedList() {
  const unsent = usePick((state) => state.unsent).value;
  const refused = useWatch().writing.refused.value;
  return unsent.length > 0 || refused.length > 0 ? <RefusedWords /> : null;
}
