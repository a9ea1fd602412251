import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { LIMITS } from '#protocol/limits.ts';
import { becomeGuest, wordsOf } from './identity.ts';
import { useWatch, type WaitingForName } from './watch.ts';

/** Asks for a name: then does what was waiting for it. */
export function NameQuestion({ waiting }: { waiting: WaitingForName }) {
  const watch = useWatch();
  const error = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => input.current?.focus(), [waiting]);

  const submit = async (event: Event) => {
    event.preventDefault();
    const name = input.current?.value.trim() ?? '';
    if (name === '') return input.current?.focus();
    isBusy.value = true;
    error.value = null;
    try {
      await becomeGuest(watch, name);
      watch.waitingForName.value = null;
      waiting.resume();
    } catch (failure) {
      error.value = wordsOf(failure);
    } finally {
      isBusy.value = false;
    }
  };
  const dismiss = (event: KeyboardEvent) => {
    if (event.key === 'Escape') watch.waitingForName.value = null;
  };

  return (
    <form class="notice name-form" onSubmit={submit} onKeyDown={dismiss}>
      <label for={id}>{waiting.why}, tell us your name</label>
      <div class="row">
        <input
          id={id}
          ref={input}
          class="input"
          name="name"
          autocomplete="nickname"
          maxLength={LIMITS.nameCharacters}
          required
          aria-describedby={error.value ? `${id}-error` : undefined}
        />
        <button type="submit" class="button primary" disabled={isBusy.value}>
          Continue
        </button>
        <button type="button" class="button plain" onClick={() => (watch.waitingForName.value = null)}>
          Not now
        </button>
      </div>
      {error.value && (
        <p id={`${id}-error`} class="bad" role="alert">
          {error.value}
        </p>
      )}
    </form>
  );
}
