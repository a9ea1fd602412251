import { useSignal } from '@preact/signals';
import { api, type Shape } from '#client/api/client.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { Awaited } from '#client/ui/awaited.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { Icon } from '#client/ui/icon.tsx';
import { Modal } from '#client/ui/modal.tsx';
import { useResource } from '#client/ui/resource.ts';
import { toldOf, type Told } from '#client/ui/told.ts';
import { answerOf } from '../request.ts';
import { useShell, type Organization } from '../shell/shell.ts';
import { memberWords } from './group-words.ts';
import { allOf, listMembers, mayArrange } from './organization-parts.ts';

type Channel = Shape<'Channel'>;
interface Props {
  channel: Channel;
  organization: Organization;
  onChange: (channel: Channel) => void;
}

/** Joining and leaving it, and who is in it. */
export function ChannelMembers({ channel, organization, onChange }: Props) {
  const shell = useShell();
  const isOpen = useSignal(false);
  const me = shell.member.value.userId;
  const toggle = async () => {
    const isIn = !channel.isJoinedByYou;
    try {
      await setMember(channel.id, me, isIn);
      onChange({ ...channel, isJoinedByYou: isIn, memberCount: channel.memberCount + (isIn ? 1 : -1) });
      shell.toasts.tell(isIn ? `You are in ${channel.name}.` : `You left ${channel.name}.`);
    } catch (error) {
      shell.toasts.tell(toldOf(error).message);
    }
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void toggle()}>
        {channel.isJoinedByYou ? 'Leave' : 'Join'}
      </button>
      <button type="button" class="button" onClick={() => (isOpen.value = true)}>
        <Icon name="people" />
        {memberWords(channel.memberCount)} …
      </button>
      {isOpen.value && (
        <Modal title={`Who is in ${channel.name}`} onClose={() => (isOpen.value = false)}>
          <MemberChoice channel={channel} organization={organization} onChange={onChange} />
        </Modal>
      )}
    </>
  );
}

/** Everybody of the team; who is in the channel is checked. Administrators check and uncheck. */
function MemberChoice({ channel, organization, onChange }: Props) {
  const failure = useSignal<Told | null>(null);
  const loaded = useResource(async (signal) => {
    const [team, inside] = await Promise.all([
      listMembers(organization.id, signal),
      listInside(channel.id, signal),
    ]);
    return { team, inside: new Set(inside.map(({ user }) => user.id)) };
  }, channel.id);
  const me = useShell().member.value.userId;
  const isManaged = mayArrange(organization);
  const set = async (userId: string, isIn: boolean) => {
    failure.value = null;
    try {
      await setMember(channel.id, userId, isIn);
      loaded.replace(({ team, inside }) => ({ team, inside: changed(inside, userId, isIn) }));
      const isJoinedByYou = userId === me ? isIn : channel.isJoinedByYou;
      onChange({ ...channel, isJoinedByYou, memberCount: channel.memberCount + (isIn ? 1 : -1) });
    } catch (error) {
      failure.value = toldOf(error);
      await loaded.reload();
    }
  };
  return (
    <div class="stack">
      {failure.value && <Failure error={failure.value} />}
      <Awaited of={loaded}>
        {({ team, inside }) => (
          <ul class="plain-list refusals">
            {team
              .filter(({ user }) => isManaged || inside.has(user.id))
              .map(({ user }) => (
                <li key={user.id}>
                  <label class="choice member-choice">
                    <input
                      type="checkbox"
                      checked={inside.has(user.id)}
                      disabled={!isManaged && user.id !== me}
                      onChange={(event) => void set(user.id, event.currentTarget.checked)}
                    />
                    <Avatar name={user.name} />
                    {user.name}
                  </label>
                </li>
              ))}
          </ul>
        )}
      </Awaited>
    </div>
  );
}

const listInside = (channelId: string, signal: AbortSignal) =>
  allOf((query) =>
    answerOf(
      api.GET('/api/channels/{channelId}/members', { params: { path: { channelId }, query }, signal }),
    ),
  );

async function setMember(channelId: string, userId: string, isIn: boolean): Promise<void> {
  const params = { path: { channelId, userId } };
  if (isIn) await answerOf(api.PUT('/api/channels/{channelId}/members/{userId}', { params }));
  else await answerOf(api.DELETE('/api/channels/{channelId}/members/{userId}', { params }));
}

function changed(set: ReadonlySet<string>, id: string, isIn: boolean): Set<string> {
  const next = new Set(set);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
