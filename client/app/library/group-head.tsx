import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Icon } from '#client/ui/app-icon.tsx';
import { TypedConfirmation } from '#client/ui/typed-confirmation.tsx';
import { GroupDialog, type GroupWords } from './group-dialog.tsx';

/** What a channel or series is for, and for who may: other words for it, and its end. */
export function GroupHead({
  noun,
  words,
  mostCharacters,
  isManaged,
  warning,
  onSave,
  onDelete,
  children,
}: {
  noun: 'channel' | 'series';
  words: GroupWords;
  mostCharacters: number;
  isManaged: boolean;
  /** What goes with it, and what stays. */
  warning: string;
  onSave: (words: GroupWords) => Promise<void>;
  onDelete: () => Promise<void>;
  children?: ComponentChildren;
}) {
  const open = useSignal<'edit' | 'delete' | null>(null);
  const onClose = () => (open.value = null);
  return (
    <div class="stack group-head">
      {words.description && <p class="long-words">{words.description}</p>}
      <div class="row">
        {children}
        {isManaged && (
          <>
            <button type="button" class="button" onClick={() => (open.value = 'edit')}>
              <Icon name="edit" />
              Rename …
            </button>
            <button type="button" class="button plain danger" onClick={() => (open.value = 'delete')}>
              <Icon name="trash" />
              Delete {noun} …
            </button>
          </>
        )}
      </div>
      {open.value === 'edit' && (
        <GroupDialog
          title={`Rename ${noun}`}
          action="Save"
          words={words}
          mostCharacters={mostCharacters}
          onSave={onSave}
          onClose={onClose}
        />
      )}
      {open.value === 'delete' && (
        <TypedConfirmation
          title={`Delete ${words.name}?`}
          words={words.name}
          action={`Delete ${noun}`}
          onConfirm={onDelete}
          onClose={onClose}
        >
          <p>{warning}</p>
        </TypedConfirmation>
      )}
    </div>
  );
}
