import { render } from 'preact';
import { SiteHeader } from '#client/ui/site-header.tsx';
import { readBoot, takeContainer } from '../page-boundary.ts';
import { SignedIn } from './signed-in.tsx';
import { SignInForm } from './sign-in-form.tsx';

const { viewer } = readBoot<{ viewer: { kind: string; name: string | null } }>();

render(
  <>
    <SiteHeader viewer={viewer} />
    <main id="main" class="narrow">
      {viewer.kind === 'registered' ? <SignedIn name={viewer.name ?? ''} /> : <SignInForm />}
    </main>
  </>,
  takeContainer(),
);
