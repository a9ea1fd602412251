import type { NamePlace } from './identity.ts';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { useWatch } from './watch.ts';

const NameQuestion = lazyPart(async () => (await import('./name-question.tsx')).NameQuestion);

/** Asks for a name where it is needed, without leaving the place. */
export function NameForm({ place }: { place: NamePlace }) {
  const waiting = useWatch().waitingForName.value;
  return waiting?.place === place ? <NameQuestion waiting={waiting} /> : null;
}
