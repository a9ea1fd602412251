import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Shape } from '#client/api/client.ts';
import { Icon } from '#client/ui/app-icon.tsx';
import { toldOf } from '#client/ui/told.ts';
import { useShell, type Organization } from '../shell/shell.ts';
import { memberWords } from './group-words.ts';
import { setMember } from './set-member.ts';

type Channel = Shape<'Channel'>;

export interface ChannelProps {
  channel: Channel;
  organization: Organization;
  onChange: (channel: Channel) => void;
}
type Dialog = ComponentType<ChannelProps & { onClose: () => void }>;

/** Joining and leaving it, and who is in it. */
export function ChannelMembers(props: ChannelProps) {
  const { channel, onChange } = props;
  const shell = useShell();
  const dialog = useSignal<Dialog | null>(null);
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
  const open = async () => {
    try {
      dialog.value = (await import('./members-dialog.tsx')).MembersDialog;
    } catch {
      shell.toasts.tell('This could not be loaded. Check your connection and try again.');
    }
  };
  const Members = dialog.value;
  return (
    <>
      <button type="button" class="button" onClick={() => void toggle()}>
        {channel.isJoinedByYou ? 'Leave' : 'Join'}
      </button>
      <button type="button" class="button" onClick={() => void open()}>
        <Icon name="people" />
        {memberWords(channel.memberCount)} …
      </button>
      {Members && <Members {...props} onClose={() => (dialog.value = null)} />}
    </>
  );
}
