import { Route, Router } from 'preact-iso/router';
import { lazyPage } from './lazy-page.tsx';
import { NothingHere } from './nothing-here.tsx';

const LibraryPage = lazyPage(async () => (await import('../library/library-page.tsx')).LibraryPage);
const TrashPage = lazyPage(async () => (await import('../library/trash-page.tsx')).TrashPage);
const ChannelsPage = lazyPage(async () => (await import('../library/channels-page.tsx')).ChannelsPage);
const ChannelPage = lazyPage(async () => (await import('../library/channel-page.tsx')).ChannelPage);
const SeriesListPage = lazyPage(async () => (await import('../library/series-list-page.tsx')).SeriesListPage);
const SeriesPage = lazyPage(async () => (await import('../library/series-page.tsx')).SeriesPage);
const UploadPage = lazyPage(async () => (await import('../studio/upload/upload-page.tsx')).UploadPage);
const DetailsPage = lazyPage(async () => (await import('../studio/details/details-page.tsx')).DetailsPage);
const ChaptersPage = lazyPage(
  async () => (await import('../studio/chapters/chapters-page.tsx')).ChaptersPage,
);
const CaptionsPage = lazyPage(
  async () => (await import('../studio/captions/captions-page.tsx')).CaptionsPage,
);
const SharingPage = lazyPage(async () => (await import('../studio/sharing/sharing-page.tsx')).SharingPage);
const NewTeamPage = lazyPage(async () => (await import('../organization/new-team-page.tsx')).NewTeamPage);
const organization = () => import('../organization/pages.ts');
const SettingsPage = lazyPage(async () => (await organization()).SettingsPage);
const MembersPage = lazyPage(async () => (await organization()).MembersPage);
const WebhooksPage = lazyPage(async () => (await organization()).WebhooksPage);
const WebhookPage = lazyPage(async () => (await organization()).WebhookPage);
const AuditPage = lazyPage(async () => (await organization()).AuditPage);
const account = () => import('../account/pages.ts');
const ProfilePage = lazyPage(async () => (await account()).ProfilePage);
const SecurityPage = lazyPage(async () => (await account()).SecurityPage);
const KeysPage = lazyPage(async () => (await account()).KeysPage);
const ActivityPage = lazyPage(async () => (await account()).ActivityPage);

/** What is a page of the application: links to these do not reload, all others do. */
export const APPLICATION = /^\/(library|studio|org|account)(\/|\?|$)/;

/** Every page by its path; the worker answers the same ones (worker/pages/shell.routes.ts). */
export const Routes = () => (
  <Router>
    <Route path="/library" component={LibraryPage} />
    <Route path="/library/trash" component={TrashPage} />
    <Route path="/library/channels" component={ChannelsPage} />
    <Route path="/library/channels/:channelId" component={ChannelPage} />
    <Route path="/library/series" component={SeriesListPage} />
    <Route path="/library/series/:seriesId" component={SeriesPage} />
    <Route path="/studio/upload" component={UploadPage} />
    <Route path="/studio/v/:id" component={DetailsPage} />
    <Route path="/studio/v/:id/chapters" component={ChaptersPage} />
    <Route path="/studio/v/:id/captions" component={CaptionsPage} />
    <Route path="/studio/v/:id/sharing" component={SharingPage} />
    <Route path="/org/new" component={NewTeamPage} />
    <Route path="/org/:organizationId" component={SettingsPage} />
    <Route path="/org/:organizationId/members" component={MembersPage} />
    <Route path="/org/:organizationId/webhooks" component={WebhooksPage} />
    <Route path="/org/:organizationId/webhooks/:webhookId" component={WebhookPage} />
    <Route path="/org/:organizationId/audit" component={AuditPage} />
    <Route path="/account" component={ProfilePage} />
    <Route path="/account/security" component={SecurityPage} />
    <Route path="/account/keys" component={KeysPage} />
    <Route path="/account/activity" component={ActivityPage} />
    <Route default component={NothingHere} />
  </Router>
);
