import { EN, type MessageKey, type Messages } from './messages.ts';

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ku|ps|ur|yi)(-|$)/i;

/** What the player says, in one language: words by key, numbers and lengths by `Intl`. */
export class Words {
  readonly language: string;
  readonly #messages: Messages;
  readonly #numbers: Intl.NumberFormat;

  constructor(language = 'en', messages: Messages = EN) {
    this.language = language;
    this.#messages = messages;
    this.#numbers = new Intl.NumberFormat(language);
  }

  get direction(): 'ltr' | 'rtl' {
    return RIGHT_TO_LEFT.test(this.language) ? 'rtl' : 'ltr';
  }

  say(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
    const text = this.#messages[key] ?? EN[key];
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? this.#numbers.format(value) : (value ?? whole);
    });
  }

  /** For screen readers: "1 minute, 23 seconds". */
  length(seconds: number): string {
    const whole = Math.max(0, Math.floor(seconds));
    const parts = [
      ['hour', Math.floor(whole / 3600)],
      ['minute', Math.floor(whole / 60) % 60],
      ['second', whole % 60],
    ] as const;
    const told = parts.filter(([unit, value]) => value > 0 || (unit === 'second' && whole === 0));
    const words = told.map(([unit, value]) =>
      new Intl.NumberFormat(this.language, { style: 'unit', unit, unitDisplay: 'long' }).format(value),
    );
    return new Intl.ListFormat(this.language, { type: 'unit' }).format(words);
  }

  /** A language's own name; the tag where nobody knows one. */
  nameOf(tag: string): string {
    try {
      return new Intl.DisplayNames([tag, this.language], { type: 'language' }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  }
}

/** Puts words where the markup asks for them: `data-say` as text, `data-name` as accessible name, `data-tip` on hover. */
export function putWords(root: ParentNode, words: Words): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-say], [data-name], [data-tip]')) {
    const { say, name, tip } = element.dataset as Record<'say' | 'name' | 'tip', MessageKey | undefined>;
    if (say) element.textContent = words.say(say);
    if (name) element.setAttribute('aria-label', words.say(name));
    if (tip) element.title = words.say(tip);
  }
}
