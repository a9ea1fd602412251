import { useSignal } from '@preact/signals';
import { CheckMail } from './check-mail.tsx';
import { Providers, type Provider } from './providers.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The form; and once somebody has asked for an account, what to do now. */
export function SignIn({ isOutboxOpen, providers }: { isOutboxOpen: boolean; providers: Provider[] }) {
  const mailedTo = useSignal<string | null>(null);
  if (mailedTo.value !== null)
    return (
      <CheckMail email={mailedTo.value} isOutboxOpen={isOutboxOpen} onBack={() => (mailedTo.value = null)} />
    );
  return (
    <>
      <SignInForm onMailed={(email) => (mailedTo.value = email)} />
      <Providers providers={providers} />
    </>
  );
}
