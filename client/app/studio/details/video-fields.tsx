import { useSignal } from '@preact/signals';
import { FormField } from '#client/ui/form-field.tsx';
import { lineOf, tagsFault, tagsIn } from './tag-line.ts';
import { VISIBILITIES, type VideoAutosave } from './video-edit.ts';

interface FieldProps {
  of: VideoAutosave;
  /** Ids on a page with several videos. */
  prefix: string;
}

export const TitleField = ({ of, prefix }: FieldProps) => {
  const { title } = of.draft.value;
  const fault = title.trim() === '' ? 'A title has at least one character.' : undefined;
  return (
    <FormField id={`${prefix}-title`} label="Title" fault={fault}>
      {(binding) => (
        <input
          {...binding}
          class="input"
          autocomplete="off"
          maxLength={255}
          value={title}
          onInput={(event) => of.change({ title: event.currentTarget.value })}
        />
      )}
    </FormField>
  );
};

export const DescriptionField = ({ of, prefix }: FieldProps) => (
  <FormField
    id={`${prefix}-description`}
    label="Description"
    hint="Times in it, such as 1:23, become links to that moment."
  >
    {(binding) => (
      <textarea
        {...binding}
        class="input"
        rows={4}
        maxLength={10_000}
        value={of.draft.value.description ?? ''}
        onInput={(event) => of.change({ description: event.currentTarget.value || null })}
      />
    )}
  </FormField>
);

export const VisibilityField = ({ of, prefix }: FieldProps) => (
  <FormField id={`${prefix}-visibility`} label="Who can watch">
    {(binding) => (
      <select
        {...binding}
        class="input"
        value={of.draft.value.visibility}
        onChange={({ currentTarget }) => {
          const chosen = VISIBILITIES.find(([key]) => key === currentTarget.value);
          if (chosen) of.change({ visibility: chosen[0] });
        }}
      >
        {VISIBILITIES.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    )}
  </FormField>
);

/** One line; what is typed stays as it is typed until one leaves it. */
export function TagsField({ of, prefix }: FieldProps) {
  const typed = useSignal<string | null>(null);
  const { tags } = of.draft.value;
  return (
    <FormField
      id={`${prefix}-tags`}
      label="Tags"
      hint="Several with commas between them."
      fault={tagsFault(tags)}
    >
      {(binding) => (
        <input
          {...binding}
          class="input"
          autocomplete="off"
          value={typed.value ?? lineOf(tags)}
          onInput={({ currentTarget: { value } }) => {
            typed.value = value;
            of.change({ tags: tagsIn(value) });
          }}
          onBlur={() => (typed.value = null)}
        />
      )}
    </FormField>
  );
}
