import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '#client/api/client.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { dayOf } from '#client/ui/dates.ts';
import { Failure } from '#client/ui/failure.tsx';
import { useTask, type Task } from '#client/ui/task.ts';
import { TypedConfirmation } from '#client/ui/typed-confirmation.tsx';
import { answerOf } from '../request.ts';
import { useShell, type Organization } from '../shell/shell.ts';
import type { Member } from './member-list.tsx';
import { mayManage, oneOf, ROLE_WORDS, rolesToGive, type OrganizationRole } from './organization-rules.ts';

/** One member: what they are, and what the reader may do about it. */
export function MemberRow({
  member: { user, role, joinedAt },
  organization,
  reload,
}: {
  member: Member;
  organization: Organization;
  reload: () => Promise<void>;
}) {
  const shell = useShell();
  const { route } = useLocation();
  const task = useTask();
  const isAsking = useSignal(false);
  /** Arrow keys go through the roles: none is given before the button is pressed. */
  const chosen = useSignal<OrganizationRole | null>(null);
  const select = useRef<HTMLSelectElement>(null);
  const isMe = user.id === shell.member.value.userId;
  const mayChange = !isMe && mayManage(organization.role, role);
  const params = { path: { organizationId: organization.id, userId: user.id } };
  const refresh = () => Promise.all([reload(), shell.reloadOrganizations()]);

  const change = (to: OrganizationRole) =>
    task.run(async () => {
      await answerOf(
        api.PATCH('/api/organizations/{organizationId}/members/{userId}', { params, body: { role: to } }),
      );
      shell.toasts.tell(`${user.name} is now ${oneOf(to)}.`);
      await refresh();
      chosen.value = null;
      // The button that was pressed goes.
      select.current?.focus();
    });
  const remove = async () => {
    await answerOf(api.DELETE('/api/organizations/{organizationId}/members/{userId}', { params }));
    shell.toasts.tell(isMe ? `You have left ${organization.name}.` : `${user.name} is no longer a member.`);
    if (isMe) route('/library');
    await (isMe ? shell.reloadOrganizations() : refresh());
    if (!isMe) document.querySelector<HTMLElement>('h1')?.focus();
  };

  return (
    <li class="row-item">
      <Avatar name={user.name} />
      <div class="row-words">
        <strong>
          {user.name}
          {isMe && ' (you)'}
        </strong>
        <span class="small muted">
          {user.username && `@${user.username} · `}since {dayOf(joinedAt)}
        </span>
        {task.failure.value && <Failure error={task.failure.value} />}
      </div>
      {mayChange ? (
        <select
          ref={select}
          class="input role-choice"
          aria-label={`Role of ${user.name}`}
          value={chosen.value ?? role}
          onChange={(event) => (chosen.value = event.currentTarget.value as OrganizationRole)}
        >
          {rolesToGive(organization.role).map((each) => (
            <option key={each} value={each}>
              {ROLE_WORDS[each].name}
            </option>
          ))}
        </select>
      ) : (
        <span class="role-choice muted">{ROLE_WORDS[role].name}</span>
      )}
      {mayChange && chosen.value && chosen.value !== role && (
        <ChangeRole name={user.name} to={chosen.value} task={task} onChange={change} />
      )}
      {(mayChange || isMe) && organization.kind === 'team' && (
        <button type="button" class="button plain danger" onClick={() => (isAsking.value = true)}>
          {isMe ? 'Leave…' : 'Remove…'}
        </button>
      )}
      {isAsking.value && (
        <TypedConfirmation
          title={isMe ? `Leave ${organization.name}?` : `Remove ${user.name}?`}
          words={isMe ? organization.slug : user.name}
          action={isMe ? 'Leave the team' : 'Remove'}
          onConfirm={remove}
          onClose={() => (isAsking.value = false)}
        >
          <p>
            {isMe ? 'You no longer see' : `${user.name} no longer sees`} the team’s videos from this moment
            on. What was uploaded and said stays with the team.
          </p>
        </TypedConfirmation>
      )}
    </li>
  );
}

interface ChangeRoleProps {
  name: string;
  to: OrganizationRole;
  task: Task;
  onChange: (to: OrganizationRole) => Promise<boolean>;
}

const ChangeRole = ({ name, to, task, onChange }: ChangeRoleProps) => (
  <button
    type="button"
    class="button"
    aria-label={`Change the role of ${name} to ${ROLE_WORDS[to].name.toLowerCase()}`}
    aria-busy={task.isBusy.value}
    onClick={() => void onChange(to)}
  >
    Change
  </button>
);
