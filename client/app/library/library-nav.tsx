import { useLocation } from 'preact-iso/router';

const PLACES = [
  { href: '/library', label: 'Videos' },
  { href: '/library/channels', label: 'Channels' },
  { href: '/library/series', label: 'Series' },
  { href: '/library/trash', label: 'Trash' },
] as const;

/** The parts of the library. */
export function LibraryNav() {
  const { path } = useLocation();
  return (
    <nav class="library-nav" aria-label="Library">
      {PLACES.map(({ href, label }) => {
        const isHere = href === '/library' ? path === href : path.startsWith(href);
        return (
          <a key={href} href={href} class="tab" aria-current={isHere ? 'page' : undefined}>
            {label}
          </a>
        );
      })}
    </nav>
  );
}
