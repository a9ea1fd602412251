import { render } from 'preact';
import { SiteHeader } from '#client/ui/site-header.tsx';
import { readBoot, takeContainer } from '../page-boundary.ts';
import { UploadPage } from './upload-page.tsx';

const { viewer } = readBoot<{ viewer: { kind: string; name: string | null } }>();

render(
  <>
    <SiteHeader viewer={viewer} />
    <main id="main" class="narrow">
      <h1>Upload a video</h1>
      <UploadPage />
    </main>
  </>,
  takeContainer(),
);
