import { Page } from '../shell/page.tsx';

/** The videos of the chosen organization. */
export const LibraryPage = () => (
  <Page title="Library">
    <p />
  </Page>
);
