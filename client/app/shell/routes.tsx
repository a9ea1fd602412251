import { Route, Router } from 'preact-iso/router';
import { lazyPage } from './lazy-page.tsx';
import { NothingHere } from './nothing-here.tsx';

/** Every page by its path; the worker answers the same ones (worker/pages/shell.routes.ts). */
const LibraryPage = lazyPage(async () => (await import('../library/library-page.tsx')).LibraryPage);
const TrashPage = lazyPage(async () => (await import('../library/trash-page.tsx')).TrashPage);
const ChannelsPage = lazyPage(async () => (await import('../library/channels-page.tsx')).ChannelsPage);
const ChannelPage = lazyPage(async () => (await import('../library/channel-page.tsx')).ChannelPage);
const SeriesListPage = lazyPage(async () => (await import('../library/series-list-page.tsx')).SeriesListPage);
const SeriesPage = lazyPage(async () => (await import('../library/series-page.tsx')).SeriesPage);

/** What is a page of the application: links to these do not reload, all others do. */
export const APPLICATION = /^\/(library|studio|org|account)(\/|\?|$)/;

export const Routes = () => (
  <Router>
    <Route path="/library" component={LibraryPage} />
    <Route path="/library/trash" component={TrashPage} />
    <Route path="/library/channels" component={ChannelsPage} />
    <Route path="/library/channels/:channelId" component={ChannelPage} />
    <Route path="/library/series" component={SeriesListPage} />
    <Route path="/library/series/:seriesId" component={SeriesPage} />
    <Route default component={NothingHere} />
  </Router>
);
