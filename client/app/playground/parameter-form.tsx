import type { Signal } from '@preact/signals';
import { FIELDS, type Field, type Values } from './parameters.ts';

export function ParameterForm({ values }: { values: Signal<Values> }) {
  const set = (name: string, value: string) => {
    values.value = { ...values.value, [name]: value };
    history.replaceState(null, '', `?${new URLSearchParams(filled(values.value))}`);
  };
  return (
    <form class="playground-form" aria-label="Parameters" onSubmit={(event) => event.preventDefault()}>
      {FIELDS.map((field) => (
        <Control
          key={field.name}
          field={field}
          value={values.value[field.name] ?? ''}
          onChange={(value) => set(field.name, value)}
        />
      ))}
    </form>
  );
}

const filled = (values: Values): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Record<string, string>;

interface ControlProps {
  field: Field;
  value: string;
  onChange: (value: string) => void;
}

function Control({ field, value, onChange }: ControlProps) {
  const id = `embed-${field.name}`;
  return (
    <p class={field.kind === 'switch' ? 'playground-switch' : 'field'}>
      <label for={id}>{field.label}</label>
      <ControlInput id={id} field={field} value={value} onChange={onChange} />
      <span class="muted small" id={`${id}-hint`}>
        {field.hint}
      </span>
    </p>
  );
}

function ControlInput({ id, field, value, onChange }: ControlProps & { id: string }) {
  const described = { id, 'aria-describedby': `${id}-hint` };
  if (field.kind === 'switch')
    return (
      <input
        {...described}
        type="checkbox"
        checked={value === '' ? field.usually : value === '1'}
        onChange={(event) => onChange(event.currentTarget.checked ? '1' : '0')}
      />
    );
  // Committed, not typed: each change loads the frame anew.
  const commit = (event: { currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value);
  if (field.kind === 'color')
    return <input {...described} type="color" class="input" value={value || '#ffb454'} onChange={commit} />;
  return (
    <input
      {...described}
      type="text"
      class="input"
      value={value}
      placeholder={field.placeholder}
      spellcheck={false}
      autocomplete="off"
      onChange={commit}
    />
  );
}
