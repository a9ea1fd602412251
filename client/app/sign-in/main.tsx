import { render } from 'preact';
import { SiteHeader } from '#client/ui/site-header.tsx';
import { readBoot, takeContainer } from '../page-boundary.ts';
import type { Provider } from './providers.tsx';
import { SignIn } from './sign-in.tsx';
import { SignedIn } from './signed-in.tsx';

interface Boot {
  viewer: { kind: string; name: string | null };
  /** Whether mails stay on this machine, to be looked at under /outbox. */
  isOutboxOpen: boolean;
  providers: Provider[];
}
const { viewer, ...ways } = readBoot<Boot>();

render(
  <>
    <SiteHeader viewer={viewer} />
    <main id="main" class="narrow">
      {viewer.kind === 'registered' ? <SignedIn name={viewer.name ?? ''} /> : <SignIn {...ways} />}
    </main>
  </>,
  takeContainer(),
);
