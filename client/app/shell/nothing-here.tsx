import { Page } from './page.tsx';

/** The same words whether a thing is absent or not for the viewer: nothing is given away. */
export const NothingHere = () => (
  <Page title="Nothing here">
    <p>There is nothing at this address, or it is not for you to see.</p>
    <p>
      <a class="button primary" href="/library">
        Go to your library
      </a>
    </p>
  </Page>
);
