import { useLocation, useRoute } from 'preact-iso/router';
import { api } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { useResource } from '#client/ui/resource.ts';
import { answerOf, wholeAnswerOf } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { useShell } from '../shell/shell.ts';
import type { GroupWords } from './group-dialog.tsx';
import { SERIES_CHARACTERS } from './group-words.ts';
import { GroupHead } from './group-head.tsx';
import { LibraryNav } from './library-nav.tsx';
import { ifMatch } from './if-match.ts';
import { mayArrange } from './organization-parts.ts';
import { SeriesRows } from './series-rows.tsx';
import { loadSeries, type SeriesWithVideos } from './series-videos.ts';
import { useOwnOrganization } from './use-own-organization.ts';
import './library.css';

/** One series: its words, and its videos in their order. */
export function SeriesPage() {
  const { seriesId = '' } = useRoute().params;
  return <OneSeries key={seriesId} seriesId={seriesId} />;
}

function OneSeries({ seriesId }: { seriesId: string }) {
  const loaded = useResource((signal) => loadSeries(seriesId, signal), seriesId);
  const state = loaded.state.value;
  const name = state.stage === 'loaded' ? state.data.series.name : 'Series';
  return (
    <Page title={name}>
      <LibraryNav />
      <Awaited of={loaded}>
        {(data) => <Loaded of={data} onChange={loaded.replace} onStale={() => loaded.reload()} />}
      </Awaited>
    </Page>
  );
}

function Loaded({
  of: { series, etag, videos },
  onChange,
  onStale,
}: {
  of: SeriesWithVideos;
  onChange: (change: (now: SeriesWithVideos) => SeriesWithVideos) => void;
  onStale: () => Promise<void>;
}) {
  const shell = useShell();
  useOwnOrganization('/library/series');
  const { route } = useLocation();
  const state = shell.organizations.value;
  const organization =
    state.stage === 'loaded' ? state.data.find(({ id }) => id === series.organizationId) : undefined;
  const isManaged = organization !== undefined && mayArrange(organization);
  const path = { seriesId: series.id };
  const save = async (body: GroupWords) => {
    const saved = await wholeAnswerOf(
      api.PATCH('/api/series/{seriesId}', { params: { path, header: ifMatch(etag) }, body }),
    );
    onChange((now) => ({ ...now, series: saved.data, etag: saved.etag }));
  };
  const remove = async () => {
    await answerOf(api.DELETE('/api/series/{seriesId}', { params: { path } }));
    shell.toasts.tell(`The series ${series.name} is gone. Its videos are still in the library.`);
    route('/library/series', true);
  };
  return (
    <>
      <GroupHead
        noun="series"
        words={series}
        mostCharacters={SERIES_CHARACTERS}
        isManaged={isManaged}
        warning="Its videos stay in the library. Their order is forgotten, and that cannot be undone."
        onSave={save}
        onDelete={remove}
      />
      {videos.length === 0 ? (
        <EmptyState sentence="No video is in this series yet. Select some in the library and move them here.">
          <a class="button primary" href="/library">
            Go to your videos
          </a>
        </EmptyState>
      ) : (
        <SeriesRows
          seriesId={series.id}
          videos={videos}
          etag={etag}
          isManaged={isManaged}
          onChange={(videos, etag) => onChange((now) => ({ ...now, videos, etag }))}
          onStale={onStale}
        />
      )}
    </>
  );
}
