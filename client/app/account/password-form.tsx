import { api, type Shape } from '#client/api/client.ts';
import { Failure } from '#client/ui/failure.tsx';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../request.ts';
import { useShell } from '../shell/shell.ts';
import { PasswordField } from './password-field.tsx';

/** Changes the password, or gives one to who signed up by another service. */
export function PasswordForm({ me, onChanged }: { me: Shape<'Me'>; onChanged: () => void }) {
  const shell = useShell();
  const task = useTask();
  const change = async (form: HTMLFormElement) => {
    const fields = new FormData(form);
    const password = String(fields.get('password') ?? '');
    await answerOf(
      api.POST('/api/auth/change-password', {
        body: { newPassword: String(fields.get('newPassword')), ...(password && { password }) },
      }),
    );
    form.reset();
    shell.toasts.tell('The password is changed, and all other browsers are signed out.');
    onChanged();
  };
  return (
    <section class="stack" aria-labelledby="password-heading">
      <h2 id="password-heading">Password</h2>
      <form
        class="stack form"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          void task.run(() => change(form));
        }}
      >
        {me.hasPassword && <PasswordField id="old-password" label="Present password" name="password" />}
        <PasswordField id="new-password" label="New password" name="newPassword" isNew />
        {task.failure.value && <Failure error={task.failure.value} />}
        <div class="row">
          <button type="submit" class="button" aria-busy={task.isBusy.value}>
            {me.hasPassword ? 'Change the password' : 'Set a password'}
          </button>
        </div>
      </form>
    </section>
  );
}
