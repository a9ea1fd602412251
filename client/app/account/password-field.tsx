import { FormField } from '#client/ui/form-field.tsx';

const MOST_CHARACTERS = 128;
const LEAST_NEW_CHARACTERS = 8;

/** The present password, or with `isNew` one to be. */
export const PasswordField = ({
  id,
  label,
  name,
  isNew = false,
}: {
  id: string;
  label: string;
  name: string;
  isNew?: boolean;
}) => (
  <FormField id={id} label={label} hint={isNew && `At least ${LEAST_NEW_CHARACTERS} characters.`}>
    {(field) => (
      <input
        {...field}
        class="input"
        type="password"
        name={name}
        required
        autocomplete={isNew ? 'new-password' : 'current-password'}
        minLength={isNew ? LEAST_NEW_CHARACTERS : 1}
        maxLength={MOST_CHARACTERS}
      />
    )}
  </FormField>
);
