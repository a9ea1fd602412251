import { useEffect } from 'preact/hooks';
import { isCharacter } from '#client/player/keys.ts';
import { loadPreferences } from '#client/player/preferences-boundary.ts';
import type { Pair } from './pair.ts';

const OWN = 'input, textarea, select, button, a, summary';

/** Space or k, the arrows, comma and full stop, as everywhere with a player. */
export function useCompareKeys(pair: Pair | null): void {
  useEffect(() => {
    if (!pair) return undefined;
    const acts: Record<string, () => void> = {
      ' ': pair.toggle,
      k: pair.toggle,
      ',': () => pair.step(-1),
      '.': () => pair.step(1),
      j: () => pair.seek(pair.seconds.peek() - 10),
      l: () => pair.seek(pair.seconds.peek() + 10),
      ArrowLeft: () => pair.seek(pair.seconds.peek() - 5),
      ArrowRight: () => pair.seek(pair.seconds.peek() + 5),
    };
    const onKey = (event: KeyboardEvent) => {
      const act = acts[event.key];
      if (isCharacter(event) && loadPreferences().areLettersOff) return;
      if (!act || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const own = event.target instanceof Element && event.target.closest(OWN);
      // A slider and a button have their own use for arrows and space; letters are for typing only.
      if (own && (own.matches('input:not([type=range]), textarea, select') || [...event.key].length > 1))
        return;
      if (own && event.key === ' ') return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [pair]);
}
