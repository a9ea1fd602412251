import { v7 as uuidv7 } from 'uuid';
import { api } from '#client/api/client.ts';
import { answerOf } from '../request.ts';
import { CHANNEL_CHARACTERS, memberWords } from './group-words.ts';
import { GroupsPage, type GroupKind } from './groups-page.tsx';
import { listChannels } from './organization-parts.ts';

const CHANNELS: GroupKind = {
  title: 'Channels',
  path: '/library/channels',
  empty: 'Channels keep videos of one kind together, for those who want to follow just these.',
  action: 'New channel',
  mostCharacters: CHANNEL_CHARACTERS,
  load: async (organizationId, signal) =>
    (await listChannels(organizationId, signal)).map(
      ({ id, name, description, memberCount, isJoinedByYou }) => ({
        id,
        name,
        description,
        facts: isJoinedByYou ? `${memberWords(memberCount)}, you are one` : memberWords(memberCount),
      }),
    ),
  make: async (organizationId, words) => {
    const { id } = await answerOf(
      api.POST('/api/organizations/{organizationId}/channels', {
        params: { path: { organizationId } },
        body: { id: uuidv7(), ...words },
      }),
    );
    return id;
  },
};

export const ChannelsPage = () => <GroupsPage kind={CHANNELS} />;
