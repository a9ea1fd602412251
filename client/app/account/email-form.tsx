import { useSignal } from '@preact/signals';
import { api, type Shape } from '#client/api/client.ts';
import { FormField } from '#client/ui/form-field.tsx';
import { TaskForm } from '#client/ui/task-form.tsx';
import { answerOf } from '../request.ts';
import { PasswordField } from './password-field.tsx';

/** Another address, which holds once the link mailed there was opened. */
export function EmailForm({ me }: { me: Shape<'Me'> }) {
  const mailedTo = useSignal<string | null>(null);
  const change = async (form: HTMLFormElement) => {
    const fields = new FormData(form);
    const email = String(fields.get('email')).trim();
    const password = String(fields.get('password') ?? '');
    await answerOf(api.POST('/api/auth/change-email', { body: { email, ...(password && { password }) } }));
    mailedTo.value = email;
    form.reset();
  };
  return (
    <section class="stack" aria-labelledby="email-heading">
      <h2 id="email-heading">E-mail</h2>
      <p>
        You sign in as <strong class="long-words">{me.email}</strong>.
      </p>
      {mailedTo.value && (
        <p class="notice" role="status">
          A link is on its way to {mailedTo.value}. The address changes when you open it; until then nothing
          does.
        </p>
      )}
      <TaskForm action="Change the address" isMain={false} onSubmit={change}>
        <FormField id="new-email" label="New address">
          {(field) => (
            <input
              {...field}
              class="input"
              type="email"
              name="email"
              autocomplete="email"
              required
              maxLength={254}
            />
          )}
        </FormField>
        {me.hasPassword && <PasswordField id="email-password" label="Your password" name="password" />}
      </TaskForm>
    </section>
  );
}
