import { render } from 'preact';
import { SiteHeader } from '#client/ui/site-header.tsx';
import { readBoot, takeContainer } from '../page-boundary.ts';
import { SignInForm } from './sign-in-form.tsx';

const { viewer } = readBoot<{ viewer: { kind: string; name: string | null } }>();

render(
  <>
    <SiteHeader viewer={viewer} />
    <main id="main" class="narrow">
      <SignInForm />
    </main>
  </>,
  takeContainer(),
);
