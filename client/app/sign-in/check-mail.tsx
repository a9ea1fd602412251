import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { api } from '#client/api/client.ts';
import { answerOf } from '../request.ts';

interface CheckMailProps {
  email: string;
  isOutboxOpen: boolean;
  onBack: () => void;
}

/** The account is made when the link in the mail is opened; until then there is nothing to do here. */
export function CheckMail({ email, isOutboxOpen, onBack }: CheckMailProps) {
  const said = useSignal<{ words: string; isBad: boolean } | null>(null);
  const isBusy = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was in focus is gone with the form.
  useEffect(() => heading.current?.focus(), []);

  const resend = async () => {
    isBusy.value = true;
    try {
      await answerOf(api.POST('/api/auth/send-verification-email', { body: { email } }));
      said.value = { words: 'Sent again. Only the newest link works.', isBad: false };
    } catch (failure) {
      const words = failure instanceof Error ? failure.message : 'That did not work. Try again.';
      said.value = { words, isBad: true };
    }
    isBusy.value = false;
  };

  return (
    <div class="stack">
      <h1 ref={heading} tabIndex={-1}>
        Check your mail
      </h1>
      <p>
        We have sent a link to <strong>{email}</strong>. Open it within a day and your account is ready.
      </p>
      {isOutboxOpen && (
        <p class="notice">
          No mails leave this machine: this one is in the{' '}
          <a href={`/outbox?to=${encodeURIComponent(email)}`}>outbox</a>.
        </p>
      )}
      <p class={said.value?.isBad ? 'notice bad' : 'small muted'} role="status">
        {said.value?.words ?? 'Nothing there? Look among the unwanted mails too.'}
      </p>
      <div class="row">
        <button type="button" class="button" disabled={isBusy.value} onClick={() => void resend()}>
          Send it again
        </button>
        <button type="button" class="button plain" onClick={onBack}>
          Use another address
        </button>
      </div>
    </div>
  );
}
