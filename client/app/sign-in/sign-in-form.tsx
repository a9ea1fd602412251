import { useSignal } from '@preact/signals';
import { api } from '#client/api/client.ts';
import { LIMITS } from '#protocol/limits.ts';
import { answerOf } from '../request.ts';
import { Field } from './field.tsx';
import { nextAddress } from './next-address.ts';

/** Signs in, or asks for an account; one form, since most fields are the same. */
export function SignInForm({ onMailed }: { onMailed: (email: string) => void }) {
  const isNew = useSignal(false);
  const isBusy = useSignal(false);
  const error = useSignal<string | null>(null);

  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? '');
    const body = { email: field('email'), password: field('password') };
    isBusy.value = true;
    error.value = null;
    try {
      const next = nextAddress(location.search, location.origin);
      if (isNew.value) {
        const asked = { ...body, name: field('name'), next };
        onMailed((await answerOf(api.POST('/api/auth/sign-up/email', { body: asked }))).email);
        return;
      }
      await answerOf(api.POST('/api/auth/sign-in/email', { body }));
      location.assign(next);
    } catch (failure) {
      error.value = failure instanceof Error ? failure.message : 'That did not work. Try again.';
      isBusy.value = false;
    }
  };

  return (
    <form class="stack" onSubmit={submit}>
      <h1>{isNew.value ? 'Create an account' : 'Sign in'}</h1>
      {isNew.value && (
        <Field label="Name" name="name" autocomplete="name" maxLength={LIMITS.nameCharacters} />
      )}
      <Field label="E-mail" name="email" type="email" autocomplete="email" maxLength={254} />
      <Field
        label="Password"
        name="password"
        type="password"
        autocomplete={isNew.value ? 'new-password' : 'current-password'}
        minLength={isNew.value ? 8 : 1}
        maxLength={128}
        hint={isNew.value ? 'At least 8 characters.' : undefined}
      />
      {error.value && (
        <p class="notice bad" role="alert">
          {error.value}
        </p>
      )}
      <div class="row">
        <button type="submit" class="button primary" disabled={isBusy.value} aria-busy={isBusy.value}>
          {isNew.value ? 'Create account' : 'Sign in'}
        </button>
        <button type="button" class="button plain" onClick={() => (isNew.value = !isNew.value)}>
          {isNew.value ? 'I have an account' : 'Create an account'}
        </button>
        {!isNew.value && (
          <a class="button plain" href="/reset">
            Forgot your password?
          </a>
        )}
      </div>
    </form>
  );
}
