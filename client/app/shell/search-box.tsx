import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso/router';
import { useEffect, useRef } from 'preact/hooks';

const LIBRARY = '/library';
/** Long enough for a word to be typed on, short enough to feel like an answer to it. */
const TYPED_MS = 250;

/**
 * Searches the library from every page; `/` goes there, as people are used to. In the library itself it finds while
 * one types: the first letter is a step of the history, those that follow are not.
 */
export function SearchBox() {
  const { path, query, route } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = path === LIBRARY ? (query['q'] ?? '') : '';
  const typed = useSignal(asked);
  /** What the address was given here: what it says besides came another way, and stands. */
  const given = useRef(asked);
  useEffect(() => {
    if (asked === given.current) return;
    clearTimeout(timer.current);
    given.current = typed.value = asked;
  }, [asked]);
  useEffect(() => {
    if (typed.peek().trim() !== asked) typed.value = asked;
    return () => clearTimeout(timer.current);
  }, [path]);
  useSlash(input);
  const search = () => {
    clearTimeout(timer.current);
    const words = typed.peek().trim();
    if (words === given.current && path === LIBRARY) return;
    const isFirst = given.current === '';
    given.current = words;
    const params = new URLSearchParams(path === LIBRARY ? location.search : '');
    if (words === '') params.delete('q');
    else params.set('q', words);
    const search = params.toString();
    route(search === '' ? LIBRARY : `${LIBRARY}?${search}`, path === LIBRARY && !isFirst);
  };
  const type = (value: string) => {
    typed.value = value;
    clearTimeout(timer.current);
    if (path === LIBRARY) timer.current = setTimeout(search, TYPED_MS);
  };
  return (
    <form
      class="search-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <input
        ref={input}
        class="input"
        type="search"
        name="q"
        aria-label="Search your videos"
        aria-keyshortcuts="/"
        placeholder="Search"
        autocomplete="off"
        maxLength={200}
        value={typed.value}
        onInput={(event) => type(event.currentTarget.value)}
      />
    </form>
  );
}

function useSlash(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const toSearch = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', toSearch);
    return () => removeEventListener('keydown', toSearch);
  }, []);
}

const isTyping = ({ target, isComposing }: KeyboardEvent): boolean =>
  isComposing ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [contenteditable]')));
