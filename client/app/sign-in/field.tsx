import type { InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  name: string;
  type?: 'text' | 'email' | 'password';
  autocomplete: 'name' | 'email' | 'new-password' | 'current-password';
  minLength?: number;
  maxLength: number;
  hint?: string | undefined;
}

/** A labelled, required text field; the browser's own messages say what is missing. */
export function Field({ label, name, type = 'text', hint, ...limits }: FieldProps) {
  const id = useId();
  // Preact types each kind of input apart; here the kind is a value.
  const kind = { type, ...limits } as InputHTMLAttributes<HTMLInputElement>;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        name={name}
        required
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...kind}
      />
      {hint && (
        <p id={`${id}-hint`} class="small muted">
          {hint}
        </p>
      )}
    </div>
  );
}
