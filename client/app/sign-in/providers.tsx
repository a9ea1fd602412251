import { useSignal } from '@preact/signals';
import { api } from '#client/api/client.ts';
import { answerOf } from '../request.ts';
import { nextAddress } from './next-address.ts';

export interface Provider {
  id: string;
  name: string;
}

/** Ways to sign in that other sites offer; nothing where none is set up. */
export function Providers({ providers }: { providers: Provider[] }) {
  const error = useSignal<string | null>(
    new URLSearchParams(location.search).has('error')
      ? 'Signing in there did not work. Try again, or sign in with your password.'
      : null,
  );
  const leaveFor = async (providerId: string) => {
    try {
      const next = nextAddress(location.search, location.origin);
      const { url } = await answerOf(api.POST('/api/auth/sign-in/social', { body: { providerId, next } }));
      location.assign(url);
    } catch (failure) {
      error.value = failure instanceof Error ? failure.message : 'That did not work. Try again.';
    }
  };
  if (providers.length === 0) return null;
  return (
    <div class="stack">
      <p class="or muted small">or</p>
      {error.value && (
        <p class="notice bad" role="alert">
          {error.value}
        </p>
      )}
      {providers.map(({ id, name }) => (
        <button type="button" class="button" onClick={() => void leaveFor(id)}>
          Continue with {name}
        </button>
      ))}
    </div>
  );
}
