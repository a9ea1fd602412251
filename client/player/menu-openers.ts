import type { MenuParts } from './menus/menu-parts.ts';
import type { Menus } from './menus/menus.ts';
import type { MenuName } from './menus/player-menus.ts';
import type { ShownKey } from './menus/shortcuts-dialog.ts';
import type { PlayerParts } from './player-parts.ts';

const NAMES: readonly MenuName[] = ['chapters', 'captions', 'settings'];

/** The buttons of the menus; what they open is loaded at the first press. */
export class MenuOpeners {
  readonly #parts: PlayerParts;
  readonly #now: () => MenuParts;
  #menus: Promise<Menus> | undefined;

  /** `now` says what menus tell and change, at the moment one opens. */
  constructor(host: HTMLElement, parts: PlayerParts, now: () => MenuParts) {
    this.#parts = parts;
    this.#now = now;
    for (const name of NAMES) {
      const button = parts.find(name);
      button.addEventListener('click', () => this.#with((menus) => menus.toggle(name, button, now())));
    }
    host.addEventListener('contextmenu', (event) => this.#onContext(event));
  }

  openShortcuts(pageKeys: readonly ShownKey[]): void {
    this.#with((menus) => menus.openShortcuts(this.#now(), pageKeys));
  }

  /** On the picture; what lies over it (a drawing board, a card) has the browser's own. */
  #onContext(event: MouseEvent): void {
    const { media } = this.#parts;
    const isOnPicture = event
      .composedPath()
      .some(
        (node) =>
          node === media.video || (node instanceof Element && node.localName === 'media-gesture-receiver'),
      );
    if (!isOnPicture || event.shiftKey) return;
    event.preventDefault();
    const { left, top } = media.video.getBoundingClientRect();
    // By key there is no pointer: then it opens in the picture's corner.
    const isByKey = event.clientX === 0 && event.clientY === 0;
    const at = isByKey ? { x: left + 16, y: top + 16 } : { x: event.clientX, y: event.clientY };
    this.#with((menus) => menus.openContext(at, this.#now()));
  }

  #with(use: (menus: Menus) => void): void {
    this.#menus ??= this.#load();
    this.#menus.then(use, () => {
      this.#menus = undefined;
      this.#parts.notice.say(this.#parts.words.say('failure.menu'));
    });
  }

  async #load(): Promise<Menus> {
    const { Menus } = await import('./menus/menus.ts');
    const controller = this.#parts.find('controller');
    return new Menus(this.#parts.root, (isOpen) => {
      if (isOpen) controller.setAttribute('autohide', '-1');
      else controller.removeAttribute('autohide');
    });
  }
}
