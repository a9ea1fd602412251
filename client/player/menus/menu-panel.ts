import type { Words } from '../words/words.ts';
import type { Menu, MenuItem } from './menu-item.ts';
import { nextItem } from './menu-keys.ts';

export interface PanelPlace {
  /** Over this, with their far edges in line; or at a point of the window. */
  over: HTMLElement | { x: number; y: number };
  onClose: () => void;
}

const ROLES = {
  action: 'menuitem',
  page: 'menuitem',
  radio: 'menuitemradio',
  check: 'menuitemcheckbox',
} as const;
const EDGE_PX = 8;

/** A menu in the top layer: keys as menus have them, and gone with a press anywhere else. */
export class MenuPanel {
  readonly #panel = document.createElement('div');
  readonly #words: Words;
  readonly #place: PanelPlace;
  #menu: Menu;
  #outer: Menu | null = null;

  constructor(root: ShadowRoot, menu: Menu, { words, place }: { words: Words; place: PanelPlace }) {
    this.#menu = menu;
    this.#words = words;
    this.#place = place;
    const panel = this.#panel;
    panel.className = 'menu';
    panel.setAttribute('role', 'menu');
    panel.dir = words.direction;
    panel.lang = words.language;
    panel.popover = 'manual';
    panel.addEventListener('keydown', this.#onKey);
    panel.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !panel.contains(relatedTarget)) this.close();
    });
    root.append(panel);
    panel.showPopover();
    addEventListener('pointerdown', this.#onPress, { capture: true });
    addEventListener('resize', this.close);
    this.#draw();
  }

  close = (): void => {
    if (!this.#panel.isConnected) return;
    removeEventListener('pointerdown', this.#onPress, { capture: true });
    removeEventListener('resize', this.close);
    this.#panel.remove();
    this.#place.onClose();
  };

  #draw(): void {
    const { name, items } = this.#menu;
    this.#panel.setAttribute('aria-label', name);
    const back: MenuItem[] =
      this.#outer === null ? [] : [{ kind: 'action', label: name, choose: this.#back }];
    const lines = [...back, ...items].map((item, index) => this.#line(item, back.length > 0 && index === 0));
    this.#panel.replaceChildren(...lines);
    this.#stand();
    const chosen = this.#panel.querySelector<HTMLElement>('[aria-checked="true"]');
    (chosen ?? this.#lines[0])?.focus();
    chosen?.scrollIntoView({ block: 'nearest' });
  }

  #line(item: MenuItem, isBack: boolean): HTMLElement {
    const line = document.createElement('div');
    line.className = 'menu-line';
    const label = document.createElement('span');
    // A title may run the other way than the menu, whose edges stay in line.
    const text = document.createElement('bdi');
    text.textContent = item.label;
    label.append(text);
    line.append(label);
    if (item.kind === 'text') {
      line.classList.add('menu-text');
      line.setAttribute('role', 'presentation');
      return line;
    }
    line.tabIndex = -1;
    line.setAttribute('role', ROLES[item.kind]);
    line.dataset['kind'] = isBack ? 'back' : item.kind;
    if (isBack) line.setAttribute('aria-label', `${this.#words.say('menu.back')}: ${item.label}`);
    if (item.kind === 'page') line.setAttribute('aria-haspopup', 'menu');
    if ('isChecked' in item) line.setAttribute('aria-checked', String(item.isChecked));
    const note = item.kind === 'page' ? item.value : item.kind === 'radio' ? item.note : undefined;
    if (note !== undefined) line.append(noteOf(note));
    line.addEventListener('click', () => this.#choose(item, isBack));
    return line;
  }

  get #lines(): HTMLElement[] {
    return [...this.#panel.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  }

  #choose(item: MenuItem, isBack: boolean): void {
    if (item.kind === 'text') return;
    if (item.kind === 'page') {
      this.#outer = this.#menu;
      this.#menu = { name: item.label, items: item.items() };
      return this.#draw();
    }
    // First away, so that what is chosen may put the focus where it belongs.
    if (!isBack) this.close();
    item.choose();
  }

  #back = (): void => {
    if (this.#outer === null) return this.close();
    this.#menu = this.#outer;
    this.#outer = null;
    this.#draw();
  };

  #onPress = (event: PointerEvent): void => {
    const path = event.composedPath();
    const { over } = this.#place;
    // A press on what opened it is for that to answer.
    if (!path.includes(this.#panel) && !(over instanceof HTMLElement && path.includes(over))) this.close();
  };

  #onKey = (event: KeyboardEvent): void => {
    const lines = this.#lines;
    const focused = lines.findIndex((line) => line.matches(':focus'));
    const isRtl = this.#words.direction === 'rtl';
    const [inward, outward] = isRtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    event.stopPropagation();
    if (event.key === 'Tab') return this.close();
    if (event.key === 'Escape' || (event.key === outward && this.#outer !== null)) this.#back();
    else if (event.key === 'Enter' || event.key === ' ' || event.key === inward) {
      if (event.key !== inward || lines[focused]?.dataset['kind'] === 'page') lines[focused]?.click();
    } else {
      const labels = lines.map((line) => line.textContent.toLowerCase());
      lines[nextItem(event.key, focused, labels)]?.focus();
    }
    event.preventDefault();
  };

  /** As near to its place as the window lets it. */
  #stand(): void {
    const { over } = this.#place;
    const { offsetWidth: width, offsetHeight: height, style } = this.#panel;
    const at =
      over instanceof HTMLElement ? placeOver(over, width) : { left: over.x, bottom: over.y + height };
    const left = Math.max(EDGE_PX, Math.min(at.left, innerWidth - width - EDGE_PX));
    const bottom = Math.max(EDGE_PX + height, Math.min(at.bottom, innerHeight - EDGE_PX));
    Object.assign(style, { left: `${left}px`, top: `${bottom - height}px` });
  }
}

function placeOver(element: HTMLElement, width: number): { left: number; bottom: number } {
  const { right, left, top } = element.getBoundingClientRect();
  const isWide = right - left > width;
  return { left: isWide ? left : right - width, bottom: top - EDGE_PX };
}

function noteOf(text: string): HTMLElement {
  const note = document.createElement('bdi');
  note.className = 'menu-note';
  note.textContent = text;
  return note;
}
