import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { DialogForm } from './dialog-form.tsx';
import { FormField } from './form-field.tsx';

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
  return (
    <DialogForm
      title={title}
      action={action}
      isReady={typed.value.trim() === words}
      isDangerous
      onSubmit={onConfirm}
      onClose={onClose}
    >
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
    </DialogForm>
  );
}
