import { useMemo } from 'preact/hooks';
import { v7 as uuidv7 } from 'uuid';
import { api, type Shape } from '#client/api/client.ts';
import { Failure } from '#client/ui/failure.tsx';
import { FormField } from '#client/ui/form-field.tsx';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../request.ts';
import { EventChoice, eventsIn } from './event-choice.tsx';

/** Adds an endpoint; its secret comes back once. */
export function WebhookForm({
  organizationId,
  onMade,
  onCancel,
}: {
  organizationId: string;
  onMade: (webhook: Shape<'NewWebhook'>) => void;
  onCancel: () => void;
}) {
  const task = useTask();
  const id = useMemo(() => uuidv7(), []);
  const add = async (form: FormData) =>
    onMade(
      await answerOf(
        api.POST('/api/organizations/{organizationId}/webhooks', {
          params: { path: { organizationId } },
          body: {
            id,
            url: String(form.get('url')).trim(),
            description: String(form.get('description')).trim() || null,
            events: eventsIn(form),
          },
        }),
      ),
    );
  return (
    <form
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        void task.run(() => add(form));
      }}
    >
      <FormField id="hook-url" label="Address" hint="https, by a host name of the public internet.">
        {(field) => (
          <input
            {...field}
            class="input"
            type="url"
            name="url"
            required
            maxLength={2000}
            placeholder="https://hooks.example.com/lockstep"
          />
        )}
      </FormField>
      <FormField id="hook-description" label="What it is for">
        {(field) => <input {...field} class="input" name="description" maxLength={255} />}
      </FormField>
      <EventChoice chosen={[]} />
      {task.failure.value && <Failure error={task.failure.value} />}
      <div class="row">
        <button type="submit" class="button primary" aria-busy={task.isBusy.value}>
          Add it
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
