import { useSignal } from '@preact/signals';
import { api, type Shape } from '#client/api/client.ts';
import { Failure } from '#client/ui/failure.tsx';
import { FormField } from '#client/ui/form-field.tsx';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../request.ts';
import type { Organization } from '../shell/shell.ts';
import { ROLE_WORDS, rolesToGive, type OrganizationRole } from './organization-rules.ts';

/** An address gets a mail; without one it is a link for as many as are let. */
export function InviteForm({
  organization,
  onMade,
}: {
  organization: Organization;
  onMade: (invitation: Shape<'NewInvitation'>) => void;
}) {
  const task = useTask();
  const email = useSignal('');
  const invite = async (form: HTMLFormElement) => {
    const fields = new FormData(form);
    const address = email.value.trim();
    const made = await answerOf(
      api.POST('/api/organizations/{organizationId}/invitations', {
        params: { path: { organizationId: organization.id } },
        body: {
          email: address || null,
          role: String(fields.get('role')) as OrganizationRole,
          maxUses: address ? 1 : Number(fields.get('maxUses')),
        },
      }),
    );
    onMade(made);
    email.value = '';
  };
  return (
    <form
      class="invite-form"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        void task.run(() => invite(form));
      }}
    >
      <FormField id="invite-email" label="E-mail" hint="Empty: a link you hand on yourself.">
        {(field) => (
          <input
            {...field}
            class="input"
            type="email"
            maxLength={254}
            autocomplete="off"
            value={email.value}
            onInput={(event) => (email.value = event.currentTarget.value)}
          />
        )}
      </FormField>
      <FormField id="invite-role" label="As">
        {(field) => (
          <select {...field} class="input" name="role" value="MEMBER">
            {rolesToGive(organization.role).map((role) => (
              <option key={role} value={role}>
                {ROLE_WORDS[role].name}: {ROLE_WORDS[role].may.toLowerCase()}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {email.value.trim() === '' && (
        <FormField id="invite-uses" label="For how many">
          {(field) => (
            <input
              {...field}
              class="input figures"
              name="maxUses"
              type="number"
              min={1}
              max={1000}
              defaultValue="10"
            />
          )}
        </FormField>
      )}
      <button type="submit" class="button primary" aria-busy={task.isBusy.value}>
        {email.value.trim() === '' ? 'Make a link' : 'Send the invitation'}
      </button>
      {task.failure.value && <Failure error={task.failure.value} />}
    </form>
  );
}
