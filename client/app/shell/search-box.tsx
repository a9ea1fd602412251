import { useLocation } from 'preact-iso/router';
import { useEffect, useRef } from 'preact/hooks';

/** Searches the library from every page; `/` goes there, as people are used to. */
export function SearchBox() {
  const { path, query, route } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const toSearch = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', toSearch);
    return () => removeEventListener('keydown', toSearch);
  }, []);
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    const words = input.current?.value.trim() ?? '';
    route(words === '' ? '/library' : `/library?${new URLSearchParams({ q: words })}`);
  };
  return (
    <form class="search-box" role="search" onSubmit={search}>
      <input
        ref={input}
        class="input"
        type="search"
        name="q"
        aria-label="Search your videos"
        aria-keyshortcuts="/"
        placeholder="Search"
        maxLength={200}
        key={path === '/library' ? (query['q'] ?? '') : ''}
        defaultValue={path === '/library' ? (query['q'] ?? '') : ''}
      />
    </form>
  );
}

const isTyping = ({ target, isComposing }: KeyboardEvent): boolean =>
  isComposing ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [contenteditable]')));
