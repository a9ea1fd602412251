import { useSignal } from '@preact/signals';
import { api } from '#client/api/client.ts';
import { answerOf } from '../request.ts';

/** Who this browser is signed in as, and the way out. */
export function SignedIn({ name }: { name: string }) {
  const error = useSignal<string | null>(null);
  const signOut = async () => {
    try {
      await answerOf(api.POST('/api/auth/sign-out'));
      location.assign('/');
    } catch (failure) {
      error.value = failure instanceof Error ? failure.message : 'That did not work. Try again.';
    }
  };
  return (
    <div class="stack">
      <h1>You are signed in</h1>
      <p>As {name}.</p>
      {error.value && (
        <p class="notice bad" role="alert">
          {error.value}
        </p>
      )}
      <div class="row">
        <a class="button primary" href="/upload">
          Upload a video
        </a>
        <button type="button" class="button" onClick={() => void signOut()}>
          Sign out
        </button>
      </div>
    </div>
  );
}
