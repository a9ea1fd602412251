import { useSignal } from '@preact/signals';
import { FormField } from '#client/ui/form-field.tsx';
import { DialogForm } from '#client/ui/dialog-form.tsx';

export interface GroupWords {
  name: string;
  description: string | null;
}

/** What a channel or a series is called, and what it is for. */
export function GroupDialog({
  title,
  action,
  words = { name: '', description: null },
  mostCharacters,
  onSave,
  onClose,
}: {
  title: string;
  action: string;
  words?: GroupWords;
  /** How long its name may be. */
  mostCharacters: number;
  onSave: (words: GroupWords) => Promise<void>;
  onClose: () => void;
}) {
  const name = useSignal(words.name);
  const description = useSignal(words.description ?? '');
  const save = async () => {
    await onSave({ name: name.value.trim(), description: description.value.trim() || null });
    onClose();
  };
  return (
    <DialogForm
      title={title}
      action={action}
      isReady={name.value.trim() !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      <FormField id="group-name" label="Name">
        {(binding) => (
          <input
            {...binding}
            class="input"
            maxLength={mostCharacters}
            autofocus
            autocomplete="off"
            required
            value={name.value}
            onInput={(event) => (name.value = event.currentTarget.value)}
          />
        )}
      </FormField>
      <FormField id="group-description" label="Description (optional)">
        {(binding) => (
          <textarea
            {...binding}
            class="input"
            maxLength={2000}
            value={description.value}
            onInput={(event) => (description.value = event.currentTarget.value)}
          />
        )}
      </FormField>
    </DialogForm>
  );
}
