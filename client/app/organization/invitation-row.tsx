import { api, type Shape } from '#client/api/client.ts';
import { dayOf } from '#client/ui/dates.ts';
import { Failure } from '#client/ui/failure.tsx';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../request.ts';
import { useShell } from '../shell/shell.ts';
import { invitationState } from './invitation-state.ts';
import type { Invitation } from './invitations.tsx';
import { ROLE_WORDS } from './organization-rules.ts';

/** One invitation: for whom, how it stands, and taking it back or sending it anew. */
export function InvitationRow({
  invitation,
  organizationId,
  onRenewed,
  reload,
}: {
  invitation: Invitation;
  organizationId: string;
  onRenewed: (renewed: Shape<'NewInvitation'>) => void;
  reload: () => Promise<void>;
}) {
  const shell = useShell();
  const task = useTask();
  const params = { path: { organizationId, invitationId: invitation.id } };
  const state = invitationState(invitation, Date.now());
  const whom = invitation.email ?? 'Whoever has the link';
  const renew = () =>
    task.run(async () =>
      onRenewed(
        await answerOf(
          api.POST('/api/organizations/{organizationId}/invitations/{invitationId}/renewal', {
            params,
            body: {},
          }),
        ),
      ),
    );
  const revoke = () =>
    task.run(async () => {
      await answerOf(
        api.DELETE('/api/organizations/{organizationId}/invitations/{invitationId}', { params }),
      );
      shell.toasts.tell('The invitation is taken back.');
      await reload();
    });
  return (
    <li class="row-item">
      <div class="row-words">
        <strong class="long-words">{whom}</strong>
        <span class="small muted">
          {ROLE_WORDS[invitation.role].name} · {state.words}
          {state.isOpen && ` · until ${dayOf(invitation.expiresAt)}`}
        </span>
        {task.failure.value && <Failure error={task.failure.value} />}
      </div>
      {state.mayRenew && (
        <button type="button" class="button" aria-label={`New link: ${whom}`} onClick={() => void renew()}>
          New link
        </button>
      )}
      {state.isOpen && (
        <button
          type="button"
          class="button plain danger"
          aria-label={`Take back: ${whom}`}
          onClick={() => void revoke()}
        >
          Take back
        </button>
      )}
    </li>
  );
}
