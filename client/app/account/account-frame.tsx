import type { ComponentChildren } from 'preact';
import { Page } from '../shell/page.tsx';
import { SectionLinks } from '../shell/section-links.tsx';

const LINKS = [
  { href: '/account', label: 'Profile' },
  { href: '/account/security', label: 'Signing in' },
  { href: '/account/keys', label: 'API keys' },
  { href: '/account/activity', label: 'Activity' },
];

/** What every page of one's account has around it. */
export const AccountFrame = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <Page title={`${title} · Account`} heading={title}>
    <SectionLinks label="Account" links={LINKS} />
    {children}
  </Page>
);
