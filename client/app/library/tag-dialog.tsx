import { useComputed, useSignal } from '@preact/signals';
import { FormField } from '#client/ui/form-field.tsx';
import { useBrowse } from './browse.ts';
import type { DialogProps } from './bulk-bar.tsx';
import type { BulkChange } from './change-many.ts';
import { DialogForm } from '#client/ui/dialog-form.tsx';
import { change } from './list-actions.ts';
import { counted } from './pages.ts';
import { tagFault, tagsIn } from './tag-words.ts';

/** Puts tags on the chosen videos, and takes off those that are on some of them. */
export function TagDialog({ ids, onClose }: DialogProps) {
  const browse = useBrowse();
  const line = useSignal('');
  const removed = useSignal<ReadonlySet<string>>(new Set());
  const there = useComputed(() => tagsOn(browse, new Set(ids)));
  const add = tagsIn(line.value);
  const fault = tagFault(add);
  const tag = async () => {
    onClose();
    const what: BulkChange = { kind: 'tag', add, remove: [...removed.value] };
    await change(browse, ids, what, { doing: 'Tagging', done: 'tagged' });
  };
  return (
    <DialogForm
      title={`Tag ${counted(ids.length)}`}
      action="Change tags"
      isReady={!fault && (add.length > 0 || removed.value.size > 0)}
      onSubmit={tag}
      onClose={onClose}
    >
      <FormField id="tags-added" label="Add" hint="Several with commas between them." fault={fault}>
        {(binding) => (
          <input
            {...binding}
            class="input"
            autofocus
            autocomplete="off"
            value={line.value}
            onInput={(event) => (line.value = event.currentTarget.value)}
          />
        )}
      </FormField>
      {there.value.length > 0 && (
        <fieldset class="choices">
          <legend class="small">Take off</legend>
          <div class="row">
            {there.value.map((name) => (
              <label key={name} class="choice">
                <input
                  type="checkbox"
                  checked={removed.value.has(name)}
                  onChange={(event) =>
                    (removed.value = withOrWithout(removed.value, name, event.currentTarget.checked))
                  }
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </DialogForm>
  );
}

function tagsOn({ entries }: ReturnType<typeof useBrowse>, ids: ReadonlySet<string>): string[] {
  const on = entries.value.filter(({ video }) => ids.has(video.id)).flatMap(({ video }) => video.tags);
  return [...new Set(on)].toSorted((one, other) => one.localeCompare(other));
}

function withOrWithout(set: ReadonlySet<string>, item: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(item);
  else next.delete(item);
  return next;
}
