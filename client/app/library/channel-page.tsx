import { useLocation, useRoute } from 'preact-iso/router';
import { api, type Shape } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { useResource } from '#client/ui/resource.ts';
import { answerOf, wholeAnswerOf } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { useShell } from '../shell/shell.ts';
import { ChannelMembers } from './channel-members.tsx';
import { CHANNEL_CHARACTERS } from './group-words.ts';
import { GroupHead } from './group-head.tsx';
import type { GroupWords } from './group-dialog.tsx';
import { LibraryNav } from './library-nav.tsx';
import { ifMatch } from './if-match.ts';
import { mayArrange } from './organization-parts.ts';
import { VideoBrowser } from './video-browser.tsx';
import { useOwnOrganization } from './use-own-organization.ts';
import './library.css';

/** One channel: its words, who is in it, its videos. */
export function ChannelPage() {
  const { channelId = '' } = useRoute().params;
  return <OneChannel key={channelId} channelId={channelId} />;
}

interface Versioned {
  channel: Shape<'Channel'>;
  etag: string | null;
}

function OneChannel({ channelId }: { channelId: string }) {
  const path = { channelId };
  const loaded = useResource<Versioned>(async (signal) => {
    const { data, etag } = await wholeAnswerOf(
      api.GET('/api/channels/{channelId}', { params: { path }, signal }),
    );
    return { channel: data, etag };
  }, channelId);
  const state = loaded.state.value;
  const name = state.stage === 'loaded' ? state.data.channel.name : 'Channel';
  return (
    <Page title={name}>
      <LibraryNav />
      <Awaited of={loaded}>
        {(data) => <Loaded {...data} onChange={(next) => loaded.replace(() => next)} />}
      </Awaited>
    </Page>
  );
}

function Loaded({ channel, etag, onChange }: Versioned & { onChange: (next: Versioned) => void }) {
  const shell = useShell();
  useOwnOrganization('/library/channels');
  const { route } = useLocation();
  const state = shell.organizations.value;
  const organization =
    state.stage === 'loaded' ? state.data.find(({ id }) => id === channel.organizationId) : undefined;
  const path = { channelId: channel.id };
  const save = async (body: GroupWords) => {
    const saved = await wholeAnswerOf(
      api.PATCH('/api/channels/{channelId}', { params: { path, header: ifMatch(etag) }, body }),
    );
    onChange({ channel: saved.data, etag: saved.etag });
  };
  const remove = async () => {
    await answerOf(api.DELETE('/api/channels/{channelId}', { params: { path } }));
    shell.toasts.tell(`The channel ${channel.name} is gone. Its videos are still in the library.`);
    route('/library/channels', true);
  };
  if (!organization) return null;
  return (
    <>
      <GroupHead
        noun="channel"
        words={channel}
        mostCharacters={CHANNEL_CHARACTERS}
        isManaged={mayArrange(organization)}
        warning="Its videos stay in the library, in no channel. Who is in it is forgotten, and that cannot be undone."
        onSave={save}
        onDelete={remove}
      >
        <ChannelMembers
          channel={channel}
          organization={organization}
          onChange={(changed) => onChange({ channel: changed, etag })}
        />
      </GroupHead>
      <VideoBrowser
        organization={organization}
        path={`/library/channels/${channel.id}`}
        fixed={{ channel: channel.id }}
        empty={
          <EmptyState sentence="No video is in this channel yet. Select some in the library and move them here.">
            <a class="button primary" href="/library">
              Go to your videos
            </a>
          </EmptyState>
        }
      />
    </>
  );
}
