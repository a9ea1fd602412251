import { createKeybindingsHandler } from 'tinykeys';
import { KEY_TABLE, type KeyRow } from './key-table.ts';
import { loadPreferences } from './preferences-boundary.ts';

export type PressedKey = { row: KeyRow; event: KeyboardEvent };

const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const OWN_SPACE =
  'button, a, summary, [role="button"], [role="menuitemradio"], [role="tab"], [role="option"]';
const OWN_ARROWS = 'input, [role="menu"], [role="tab"], [role="slider"], [role="listbox"]';
const ARROWS = /^(Arrow|Home|End|Page)/;
const MAY_REPEAT = new Set(['seek-by', 'step', 'volume-by', 'speed']);
const DIALOG = 'dialog[open], [role="alertdialog"]';

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
  const handler = createKeybindingsHandler(bindings, { ignore: (event) => isElsewhere(event, player) });
  window.addEventListener('keydown', handler);
  return () => window.removeEventListener('keydown', handler);
}

/** Somebody types, composes a word, or has a dialog open: no key is ours. */
function isElsewhere(event: KeyboardEvent, player: HTMLElement): boolean {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return true;
  if (document.querySelector(DIALOG) ?? player.shadowRoot?.querySelector(DIALOG)) return true;
  // Somebody else's page keeps its keys, but for what is pressed in here.
  if (player.hasAttribute('nokeys')) return true;
  if (player.hasAttribute('video') && !event.composedPath().includes(player)) return true;
  const focused = focusedOf(event);
  if (focused === null || !focused.matches(TYPING)) return false;
  // A slider of the player is an input nobody types in.
  return !(focused instanceof HTMLInputElement && focused.type === 'range');
}

/** Whether this key, here, is not the business of what has focus. */
function mayAct(row: KeyRow, event: KeyboardEvent, player: HTMLElement): boolean {
  if (event.repeat && !MAY_REPEAT.has(row.action.kind)) return false;
  if (isCharacter(event) && loadPreferences().areLettersOff) return false;
  const focused = focusedOf(event);
  if (focused === null) return true;
  if (row.onVideoOnly && !(focused === player || focused.matches('video'))) return false;
  const isPress = event.key === ' ' || event.key === 'Enter';
  if (isPress && isWithin(event, OWN_SPACE)) return false;
  return !(ARROWS.test(event.key) && !event.altKey && isWithin(event, OWN_ARROWS));
}

/** A letter, digit or sign: what voice control and a slip of the hand type by mistake (WCAG 2.1.4). */
export const isCharacter = ({ key }: Pick<KeyboardEvent, 'key'>): boolean =>
  [...key].length === 1 && key !== ' ';

const focusedOf = (event: KeyboardEvent): Element | null => {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
};

const isWithin = (event: KeyboardEvent, selector: string): boolean =>
  event.composedPath().some((node) => node instanceof Element && node.matches(selector));
