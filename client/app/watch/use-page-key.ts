import { useEffect, useRef } from 'preact/hooks';
import { loadPreferences } from '#client/player/preferences-boundary.ts';

const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const DIALOG = 'dialog[open], [role="alertdialog"]';

/** Does something on a letter, wherever the focus is but where it would be typed; the player does not hear it then. */
export function usePageKey(key: string, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || event.isComposing || document.querySelector(DIALOG)) return;
      // Turned off in the player's own dialog of shortcuts, for all letters (WCAG 2.1.4).
      if (loadPreferences().areLettersOff) return;
      const [focused] = event.composedPath();
      if (focused instanceof Element && focused.matches(TYPING)) return;
      event.preventDefault();
      latest.current();
    };
    // Before the player's own, on the window.
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [key]);
}
