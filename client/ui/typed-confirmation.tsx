import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Failure } from './failure.tsx';
import { FormField } from './form-field.tsx';
import { Modal } from './modal.tsx';
import { toldOf, type Told } from './told.ts';

/** For what cannot be undone: it is done once the words are typed. */
export function TypedConfirmation({
  title,
  words,
  action,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  /** What has to be typed, such as the name of what goes. */
  words: string;
  /** The button, such as "Delete the team". */
  action: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
  /** What will be gone, and what stays. */
  children: ComponentChildren;
}) {
  const typed = useSignal('');
  const isBusy = useSignal(false);
  const failure = useSignal<Told | null>(null);
  const confirm = async (event: SubmitEvent) => {
    event.preventDefault();
    if (typed.value.trim() !== words || isBusy.value) return;
    isBusy.value = true;
    failure.value = null;
    try {
      await onConfirm();
    } catch (error) {
      failure.value = toldOf(error);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <Modal title={title} onClose={onClose}>
      <form class="stack" onSubmit={(event) => void confirm(event)}>
        {children}
        <FormField id="typed-words" label={`Type “${words}” to go on`}>
          {(binding) => (
            <input
              {...binding}
              class="input"
              autocomplete="off"
              value={typed.value}
              onInput={(event) => (typed.value = event.currentTarget.value)}
            />
          )}
        </FormField>
        {failure.value && <Failure error={failure.value} />}
        <div class="row">
          <button
            type="submit"
            class="button danger"
            disabled={typed.value.trim() !== words}
            aria-busy={isBusy.value}
          >
            {action}
          </button>
          <button type="button" class="button" onClick={onClose}>
            Keep it
          </button>
        </div>
      </form>
    </Modal>
  );
}
