import { api, type Shape } from '#client/api/client.ts';
import { TaskForm } from '#client/ui/task-form.tsx';
import { answerOf } from '../request.ts';
import { useShell } from '../shell/shell.ts';
import { PasswordField } from './password-field.tsx';

/** Changes the password, or gives one to who signed up by another service. */
export function PasswordForm({ me, onChanged }: { me: Shape<'Me'>; onChanged: () => void }) {
  const shell = useShell();
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
      <TaskForm
        action={me.hasPassword ? 'Change the password' : 'Set a password'}
        isMain={false}
        onSubmit={change}
      >
        {me.hasPassword && <PasswordField id="old-password" label="Present password" name="password" />}
        <PasswordField id="new-password" label="New password" name="newPassword" isNew />
      </TaskForm>
    </section>
  );
}
