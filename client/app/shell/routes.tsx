import { Route, Router } from 'preact-iso/router';
import { lazyPage } from './lazy-page.tsx';
import { NothingHere } from './nothing-here.tsx';

/** Every page by its path; the worker answers the same ones (worker/pages/shell.routes.ts). */
const LibraryPage = lazyPage(async () => (await import('../library/library-page.tsx')).LibraryPage);

/** What is a page of the application: links to these do not reload, all others do. */
export const APPLICATION = /^\/(library|studio|org|account)(\/|\?|$)/;

export const Routes = () => (
  <Router>
    <Route path="/library" component={LibraryPage} />
    <Route default component={NothingHere} />
  </Router>
);
