/** A password to be typed, with what it has to be, and what was wrong with the last one. */
export function PasswordField(props: {
  name: string;
  label: string;
  autocomplete: string;
  hint: string;
  problem: string | null;
}) {
  const { name, label, autocomplete, hint, problem } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        class="input"
        name={name}
        type="password"
        autocomplete={autocomplete}
        required
        autofocus
        minlength={autocomplete === 'new-password' ? 8 : 1}
        maxlength={128}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${name}-hint problem` : `${name}-hint`}
      />
      <p id={`${name}-hint`} class="small muted">
        {hint}
      </p>
    </div>
  );
}

/** Why the form came back. */
export const Problem = ({ words }: { words: string | null }) =>
  words === null ? null : (
    <p id="problem" class="notice bad" role="alert">
      {words}
    </p>
  );
