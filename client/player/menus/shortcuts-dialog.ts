import { KEY_TABLE } from '../key-table.ts';
import { loadPreferences, savePreferences } from '../preferences-boundary.ts';
import type { Words } from '../words/words.ts';

/** A key of the page around, said in the page's own words. */
export interface ShownKey {
  shown: string;
  does: string;
}

/** Every key, from the table the keys themselves are read from, and the way to be rid of single letters. */
export function openShortcuts(
  root: ShadowRoot,
  { words, pageKeys }: { words: Words; pageKeys: readonly ShownKey[] },
): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'shortcuts';
  dialog.dir = words.direction;
  dialog.lang = words.language;
  dialog.setAttribute('aria-labelledby', 'shortcuts-title');
  const list = make('dl', 'keys');
  const own = KEY_TABLE.map(({ shown, does }) => keyRow(shown, words.say(does), words));
  list.append(...own, ...pageKeys.map(({ shown, does }) => keyRow([shown], does, words)));
  dialog.append(head(dialog, words), list, letters(words));
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  root.append(dialog);
  dialog.showModal();
}

function head(dialog: HTMLDialogElement, words: Words): HTMLElement {
  const line = make('div', 'shortcuts-head');
  const title = make('h2', '', words.say('shortcuts'));
  title.id = 'shortcuts-title';
  const close = make('button', 'control', '✕');
  close.setAttribute('type', 'button');
  close.setAttribute('aria-label', words.say('shortcuts.close'));
  close.addEventListener('click', () => dialog.close());
  line.append(title, close);
  return line;
}

function keyRow(shown: readonly string[], does: string, words: Words): HTMLElement {
  const row = make('div', '');
  const keys = make('dt', '');
  for (const [index, key] of shown.entries()) {
    if (index > 0) keys.append(` ${words.say('key.or')} `);
    const kbd = make('kbd', '', key);
    kbd.dir = 'ltr';
    keys.append(kbd);
  }
  row.append(keys, make('dd', '', does));
  return row;
}

function letters(words: Words): HTMLElement {
  const label = make('label', 'letters');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = !loadPreferences().areLettersOff;
  box.setAttribute('aria-describedby', 'letters-help');
  box.addEventListener('change', () => void savePreferences({ areLettersOff: !box.checked }));
  const help = make('span', 'letters-help', words.say('shortcuts.letters-help'));
  help.id = 'letters-help';
  label.append(box, make('span', '', words.say('shortcuts.letters')), help);
  return label;
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text = '') {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
