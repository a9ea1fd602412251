import { useSignal } from '@preact/signals';
import { api, type Shape } from '#client/api/client.ts';
import { FormField } from '#client/ui/form-field.tsx';
import { TypedConfirmation } from '#client/ui/typed-confirmation.tsx';
import { answerOf } from '../request.ts';

/** All one's things in a file; and the end of the account. */
export function Farewell({ me }: { me: Shape<'Me'> }) {
  const isAsking = useSignal(false);
  const password = useSignal('');
  const leave = async () => {
    await answerOf(api.DELETE('/api/me', { body: me.hasPassword ? { password: password.value } : {} }));
    location.assign('/');
  };
  return (
    <section class="stack danger-zone" aria-labelledby="farewell">
      <h2 id="farewell">Take it along, or leave</h2>
      <p class="row">
        <a class="button" href="/api/me/export" download>
          Export what is yours
        </a>
        <span class="small muted">One file, a line for each thing (NDJSON).</span>
      </p>
      <p class="row">
        <button type="button" class="button danger" onClick={() => (isAsking.value = true)}>
          Delete the account…
        </button>
      </p>
      {isAsking.value && (
        <TypedConfirmation
          title="Delete your account?"
          words={me.email ?? 'delete'}
          action="Delete my account for good"
          onConfirm={leave}
          onClose={() => (isAsking.value = false)}
        >
          <p>
            Private videos go. What you shared and said with others stays, without your name. You are signed
            out everywhere. This cannot be undone: export first.
          </p>
          {me.hasPassword && (
            <FormField id="farewell-password" label="Your password">
              {(field) => (
                <input
                  {...field}
                  class="input"
                  type="password"
                  autocomplete="current-password"
                  required
                  maxLength={128}
                  value={password.value}
                  onInput={(event) => (password.value = event.currentTarget.value)}
                />
              )}
            </FormField>
          )}
        </TypedConfirmation>
      )}
    </section>
  );
}
