import { v7 as uuidv7 } from 'uuid';
import { api } from '#client/api/client.ts';
import { answerOf } from '../request.ts';
import { SERIES_CHARACTERS } from './group-words.ts';
import { GroupsPage, type GroupKind } from './groups-page.tsx';
import { listSeries } from './organization-parts.ts';
import { counted } from './pages.ts';

const SERIES: GroupKind = {
  title: 'Series',
  path: '/library/series',
  empty: 'A series puts videos in the order they are to be watched in.',
  action: 'New series',
  mostCharacters: SERIES_CHARACTERS,
  load: async (organizationId, signal) =>
    (await listSeries(organizationId, signal)).map(({ id, name, description, videoCount }) => ({
      id,
      name,
      description,
      facts: counted(videoCount),
    })),
  make: async (organizationId, words) => {
    const { id } = await answerOf(
      api.POST('/api/organizations/{organizationId}/series', {
        params: { path: { organizationId } },
        body: { id: uuidv7(), ...words },
      }),
    );
    return id;
  },
};

export const SeriesListPage = () => <GroupsPage kind={SERIES} />;
