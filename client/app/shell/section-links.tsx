import { useLocation } from 'preact-iso/router';

/** The pages of one place, as links under its heading. */
export function SectionLinks({ label, links }: { label: string; links: { href: string; label: string }[] }) {
  const { path } = useLocation();
  return (
    <nav class="section-links" aria-label={label}>
      {links.map((link) => (
        <a key={link.href} href={link.href} aria-current={path === link.href ? 'page' : undefined}>
          {link.label}
        </a>
      ))}
    </nav>
  );
}
