import { useLocation } from 'preact-iso/router';
import { useEffect, useRef } from 'preact/hooks';
import { Page } from '../shell/page.tsx';
import type { Organization } from '../shell/shell.ts';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { FileDrop } from './file-drop.tsx';
import { LibraryNav } from './library-nav.tsx';
import { addressOf, forOtherOrganization, readQuery } from './library-query.ts';
import { OfOrganization } from './of-organization.tsx';
import { VideoBrowser } from './video-browser.tsx';
import './library.css';

const PATH = '/library';
const NoVideos = lazyPart(async () => (await import('./no-videos.tsx')).NoVideos);

/** The videos of the chosen organization. */
export const LibraryPage = () => (
  <Page title="Library">
    <LibraryNav />
    <OfOrganization>{(organization) => <Videos organization={organization} />}</OfOrganization>
    <FileDrop />
  </Page>
);

function Videos({ organization }: { organization: Organization }) {
  useOtherOrganization(organization.id);
  return <VideoBrowser organization={organization} path={PATH} empty={<NoVideos />} />;
}

/** What was asked of one organization's channels and people is not asked of another's. */
function useOtherOrganization(id: string): void {
  const { query, route } = useLocation();
  const before = useRef(id);
  useEffect(() => {
    if (before.current === id) return;
    before.current = id;
    route(addressOf(PATH, forOtherOrganization(readQuery(query))), true);
  }, [id]);
}
