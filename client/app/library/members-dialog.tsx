import { useSignal } from '@preact/signals';
import { api } from '#client/api/client.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { Awaited } from '#client/ui/awaited.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { Modal } from '#client/ui/modal.tsx';
import { useResource } from '#client/ui/resource.ts';
import { toldOf, type Told } from '#client/ui/told.ts';
import { answerOf } from '../request.ts';
import { useShell } from '../shell/shell.ts';
import type { ChannelProps } from './channel-members.tsx';
import { allOf, listMembers, mayArrange } from './organization-parts.ts';
import { setMember } from './set-member.ts';

export const MembersDialog = ({ onClose, ...props }: ChannelProps & { onClose: () => void }) => (
  <Modal title={`Who is in ${props.channel.name}`} onClose={onClose}>
    <MemberChoice {...props} />
  </Modal>
);

/** Everybody of the team; who is in the channel is checked. Administrators check and uncheck. */
function MemberChoice({ channel, organization, onChange }: ChannelProps) {
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

function changed(set: ReadonlySet<string>, id: string, isIn: boolean): Set<string> {
  const next = new Set(set);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
