import { useMemo } from 'preact/hooks';
import { v7 as uuidv7 } from 'uuid';
import { api, type Shape } from '#client/api/client.ts';
import { FormField } from '#client/ui/form-field.tsx';
import { TaskForm } from '#client/ui/task-form.tsx';
import { answerOf } from '../request.ts';
import { SCOPES, SCOPE_WORDS } from './scope-words.ts';

const DAY_MS = 86_400_000;

/** Makes a key: what it is for, what it may, and for how long. */
export function KeyForm({
  onMade,
  onCancel,
}: {
  onMade: (key: Shape<'NewKey'>) => void;
  onCancel: () => void;
}) {
  const id = useMemo(() => uuidv7(), []);
  const make = async (from: HTMLFormElement) => {
    const form = new FormData(from);
    const scopes = SCOPES.filter((scope) => form.getAll('scopes').includes(scope));
    if (scopes.length === 0) throw new Error('Tick at least one thing that the key may do.');
    const days = Number(form.get('days'));
    onMade(
      await answerOf(
        api.POST('/api/me/keys', {
          body: {
            id,
            name: String(form.get('name')).trim(),
            scopes,
            expiresAt: days === 0 ? null : new Date(Date.now() + days * DAY_MS).toISOString(),
          },
        }),
      ),
    );
  };
  return (
    <TaskForm action="Make the key" onSubmit={make} onCancel={onCancel}>
      <FormField id="key-name" label="What it is for">
        {(field) => (
          <input {...field} class="input" name="name" required maxLength={100} placeholder="Nightly import" />
        )}
      </FormField>
      <fieldset class="stack">
        <legend>What it may do</legend>
        <p class="small muted">Reading does not include writing.</p>
        <div class="event-groups">
          {SCOPES.map((scope) => (
            <label key={scope} class="check small">
              <input type="checkbox" name="scopes" value={scope} />
              {SCOPE_WORDS[scope]}
            </label>
          ))}
        </div>
      </fieldset>
      <FormField id="key-days" label="Good for">
        {(field) => (
          <select {...field} class="input" name="days" value="90">
            <option value="30">30 days</option>
            <option value="90">90 days</option>
            <option value="365">A year</option>
            <option value="0">Until it is revoked</option>
          </select>
        )}
      </FormField>
    </TaskForm>
  );
}
