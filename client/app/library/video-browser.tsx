import { useComputed, useSignal } from '@preact/signals';
import { h, type ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { useResource } from '#client/ui/resource.ts';
import { useShell, type Organization } from '../shell/shell.ts';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { askVideos } from './ask-videos.ts';
import { BrowseContext, type Browse, type Refusal } from './browse.ts';
import { NEEDS_NAMES } from './filter-words.ts';
import {
  addressOf,
  isNarrowed,
  readQuery,
  withFilter,
  type FilterName,
  type Filters,
} from './library-query.ts';
import { keptView, ListToolbar } from './list-toolbar.tsx';
import { loadParts } from './organization-parts.ts';
import { entriesOf } from './pages.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { createSelection } from './selection.ts';
import { useNews } from './use-news.ts';
import { useVideoList } from './use-video-list.ts';
import { VideoEntries } from './video-entries.tsx';

/** The list is of use without these: they are fetched when there is a use for them. */
const FiltersPanel = lazyPart(async () => (await import('./filters-panel.tsx')).FiltersPanel);
const BulkBar = lazyPart(async () => (await import('./bulk-bar.tsx')).BulkBar);

const NO_FILTERS: Filters = {};

/** The videos of an organization, narrowed by the address; `fixed` by the place it stands in, too. */
export function VideoBrowser({
  organization,
  path,
  fixed = NO_FILTERS,
  empty,
}: {
  organization: Organization;
  path: string;
  fixed?: Filters;
  empty: ComponentChildren;
}) {
  const browse = useBrowsing(organization, path, fixed);
  useNews(browse);
  const isEmpty =
    browse.list.state.value.stage === 'loaded' &&
    browse.entries.value.length === 0 &&
    !isNarrowed(browse.query);
  return h(
    BrowseContext.Provider,
    { value: browse },
    <>
      {!isEmpty && <ListToolbar />}
      {browse.isFiltering.value && <FiltersPanel fixed={Object.keys(fixed) as FilterName[]} />}
      <RefusalNotice refusal={browse.refusal} />
      <VideoEntries empty={empty} />
      {browse.selection.ids.value.size > 0 && <BulkBar />}
    </>,
  );
}

function useBrowsing(organization: Organization, path: string, fixed: Filters): Browse {
  const shell = useShell();
  const { query: params, route } = useLocation();
  const query = readQuery(params);
  const asked = Object.entries(fixed).reduce(
    (narrower, [name, value]) => withFilter(narrower, name as FilterName, value),
    query,
  );
  const address = addressOf(path, asked);
  const list = useVideoList(`${organization.id} ${address}`, (cursor, signal) =>
    askVideos(organization.id, asked, cursor, signal),
  );
  const selection = useMemo(createSelection, []);
  useEffect(() => selection.clear(), [organization.id, address]);
  const entries = useComputed(() =>
    list.state.value.stage === 'loaded' ? entriesOf(list.state.value.pages, list.hidden.value) : [],
  );
  const view = useSignal(keptView());
  const refusal = useSignal<Refusal | null>(null);
  const isFiltering = useSignal(Object.keys(query.filters).length > 0);
  const parts = useParts(
    organization.id,
    isFiltering.value || NEEDS_NAMES.some((name) => query.filters[name] !== undefined),
  );
  const ask: Browse['ask'] = (next) => route(addressOf(path, next));
  return {
    shell,
    organization,
    path,
    query,
    ask,
    list,
    entries,
    selection,
    view,
    isFiltering,
    refusal,
    parts,
  };
}

/** Asked for when they are needed first, and kept then. */
function useParts(organizationId: string, areNeeded: boolean) {
  const wereNeeded = useRef(false);
  wereNeeded.current ||= areNeeded;
  return useResource(
    (signal) => (wereNeeded.current ? loadParts(organizationId, signal) : Promise.resolve(null)),
    `${organizationId} ${wereNeeded.current}`,
  );
}
