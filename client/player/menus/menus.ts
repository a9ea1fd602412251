import type { MenuParts } from './menu-parts.ts';
import { contextMenu } from './context-menu.ts';
import type { Menu } from './menu-item.ts';
import { MenuPanel, type PanelPlace } from './menu-panel.ts';
import { MENU_STYLES } from './menu-styles.ts';
import { menuOf, type MenuName } from './player-menus.ts';
import { openShortcuts, type ShownKey } from './shortcuts-dialog.ts';

/** The player's menus: one at a time, closed by what opened it too. */
export class Menus {
  readonly #root: ShadowRoot;
  /** Told while one is open: controls must not vanish under it. */
  readonly #onOpen: (isOpen: boolean) => void;
  #panel: MenuPanel | null = null;
  #opener: HTMLElement | null = null;

  constructor(root: ShadowRoot, onOpen: (isOpen: boolean) => void) {
    this.#root = root;
    this.#onOpen = onOpen;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(MENU_STYLES);
    root.adoptedStyleSheets.push(sheet);
  }

  toggle(name: MenuName, opener: HTMLElement, parts: MenuParts): void {
    const isOwn = this.#opener === opener;
    this.#panel?.close();
    if (isOwn) return;
    this.#opener = opener;
    opener.setAttribute('aria-expanded', 'true');
    this.#open(menuOf(name, parts), parts, opener);
  }

  openContext(at: { x: number; y: number }, parts: MenuParts): void {
    this.#panel?.close();
    this.#open(contextMenu(parts), parts, at);
  }

  openShortcuts(parts: MenuParts, pageKeys: readonly ShownKey[]): void {
    this.#panel?.close();
    openShortcuts(this.#root, { words: parts.words, pageKeys });
  }

  #open(menu: Menu, { words }: MenuParts, over: PanelPlace['over']): void {
    const focused = this.#root.activeElement;
    this.#onOpen(true);
    this.#panel = new MenuPanel(this.#root, menu, {
      words,
      place: { over, onClose: () => this.#closed(focused) },
    });
  }

  #closed(focusedBefore: Element | null): void {
    this.#panel = null;
    this.#opener?.setAttribute('aria-expanded', 'false');
    const back = this.#opener ?? focusedBefore;
    this.#opener = null;
    this.#onOpen(false);
    // Unless the press that closed it has gone elsewhere.
    if (back instanceof HTMLElement && this.#hasLostFocus()) back.focus();
  }

  #hasLostFocus(): boolean {
    const { activeElement } = document;
    return activeElement === document.body || activeElement === this.#root.host || activeElement === null;
  }
}
