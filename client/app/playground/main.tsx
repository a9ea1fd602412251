import { render } from 'preact';
import { SiteHeader } from '#client/ui/site-header.tsx';
import { readBoot, takeContainer } from '../page-boundary.ts';
import { Playground } from './playground.tsx';
import './playground.css';

const { viewer } = readBoot<{ viewer: { kind: string; name: string | null } }>();

render(
  <>
    <SiteHeader viewer={viewer} />
    <main id="main" class="playground">
      <Playground />
    </main>
  </>,
  takeContainer(),
);
