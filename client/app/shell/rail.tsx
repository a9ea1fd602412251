import { useLocation } from 'preact-iso/router';
import { Icon, type IconName } from '#client/ui/app-icon.tsx';
import { useShell } from './shell.ts';

/** The way around: at the side, or along the foot of a narrow window. */
export function Rail() {
  const { path } = useLocation();
  const organization = useShell().organization.value;
  const places: { href: string; root: string; label: string; icon: IconName }[] = [
    { href: '/library', root: '/library', label: 'Library', icon: 'library' },
    { href: '/studio/upload', root: '/studio', label: 'Studio', icon: 'film' },
    {
      href: organization ? `/org/${organization.id}` : '/org',
      root: '/org',
      label: organization?.kind === 'personal' ? 'Settings' : 'Team',
      icon: 'people',
    },
    { href: '/account', root: '/account', label: 'Account', icon: 'person' },
  ];
  return (
    <nav class="rail" aria-label="Main">
      {places.map(({ href, root, label, icon }) => {
        const isHere = path === root || path.startsWith(`${root}/`);
        return (
          <a key={root} href={href} class="rail-place" aria-current={isHere ? 'page' : undefined}>
            <Icon name={icon} />
            {label}
          </a>
        );
      })}
    </nav>
  );
}
