import { LinkEntry } from './link-entry.tsx';
import type { LinkList } from './link-list.ts';
import { isOver, type Link } from './link-words.ts';

/** The links that have been read, those still good first, and the way to more. Headings of entries are of the fourth rank. */
export function LinkShelf({
  list,
  attempt,
  ...more
}: {
  list: LinkList;
  attempt: (act: () => Promise<unknown>) => Promise<void>;
  say: (sentence: string) => void;
  /** An entry has gone, and the focus with it. */
  onGone: () => void;
}) {
  const links = list.links.value ?? [];
  const over = links.filter(isOver);
  const entry = (link: Link) => <LinkEntry key={link.id} {...{ list, link, attempt }} {...more} />;
  return (
    <>
      <ul class="link-list">{links.filter((link) => !isOver(link)).map(entry)}</ul>
      {over.length > 0 && (
        <details>
          <summary>
            No longer open (<span class="figures">{over.length}</span>)
          </summary>
          <h3 class="visually-hidden">Links no longer open</h3>
          <ul class="link-list">{over.map(entry)}</ul>
        </details>
      )}
      {list.next.value !== null && (
        <button type="button" class="button" onClick={() => void attempt(list.load)}>
          Show more
        </button>
      )}
    </>
  );
}
