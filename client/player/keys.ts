import { createKeybindingsHandler } from 'tinykeys';
import { KEY_TABLE, type KeyRow } from './key-table.ts';

export type PressedKey = { row: KeyRow; event: KeyboardEvent };

const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const OWN_SPACE =
  'button, a, summary, [role="button"], [role="menuitemradio"], [role="tab"], [role="option"]';
const OWN_ARROWS = 'input, [role="menu"], [role="tab"], [role="slider"], [role="listbox"], media-chrome-menu';
const ARROWS = /^(Arrow|Home|End|Page)/;
const MAY_REPEAT = new Set(['seek-by', 'step', 'volume-by', 'speed']);

/** Listens on the whole page for the table's keys; answers how to stop. */
export function listenForKeys(player: HTMLElement, onKey: (pressed: PressedKey) => void): () => void {
  const bindings = Object.fromEntries(
    KEY_TABLE.flatMap((row) =>
      row.keys.map((key) => [
        key,
        (event: KeyboardEvent) => {
          if (!mayAct(row, event, player)) return;
          event.preventDefault();
          onKey({ row, event });
        },
      ]),
    ),
  );
  const handler = createKeybindingsHandler(bindings, { ignore: (event) => isElsewhere(event) });
  window.addEventListener('keydown', handler);
  return () => window.removeEventListener('keydown', handler);
}

/** Somebody types, composes a word, or has a dialog open: no key is ours. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return true;
  if (document.querySelector('dialog[open], [role="alertdialog"]') !== null) return true;
  const focused = focusedOf(event);
  if (focused === null || !focused.matches(TYPING)) return false;
  // A slider of the player is an input nobody types in.
  return !(focused instanceof HTMLInputElement && focused.type === 'range');
}

/** Whether this key, here, is not the business of what has focus. */
function mayAct(row: KeyRow, event: KeyboardEvent, player: HTMLElement): boolean {
  if (event.repeat && !MAY_REPEAT.has(row.action.kind)) return false;
  const focused = focusedOf(event);
  if (focused === null) return true;
  if (row.onVideoOnly && !(focused === player || focused.matches('video'))) return false;
  const isPress = event.key === ' ' || event.key === 'Enter';
  if (isPress && isWithin(event, OWN_SPACE)) return false;
  return !(ARROWS.test(event.key) && !event.altKey && isWithin(event, OWN_ARROWS));
}

const focusedOf = (event: KeyboardEvent): Element | null => {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
};

const isWithin = (event: KeyboardEvent, selector: string): boolean =>
  event.composedPath().some((node) => node instanceof Element && node.matches(selector));
