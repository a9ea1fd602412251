import { api, type Shape } from '#client/api/client.ts';
import { Failure } from '#client/ui/failure.tsx';
import { FormField } from '#client/ui/form-field.tsx';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../request.ts';
import { useShell } from '../shell/shell.ts';
import { EventChoice, eventsIn } from './event-choice.tsx';

export function WebhookEditForm({
  webhook,
  etag,
  reload,
}: {
  webhook: Shape<'Webhook'>;
  etag: string | null;
  reload: () => Promise<void>;
}) {
  const shell = useShell();
  const task = useTask();
  const save = async (form: FormData) => {
    await answerOf(
      api.PATCH('/api/webhooks/{webhookId}', {
        params: { path: { webhookId: webhook.id } },
        headers: etag === null ? {} : { 'if-match': etag },
        body: {
          url: String(form.get('url')).trim(),
          description: String(form.get('description')).trim() || null,
          events: eventsIn(form),
          isActive: form.has('isActive'),
        },
      }),
    );
    shell.toasts.tell('Saved.');
    await reload();
  };
  return (
    <form
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        void task.run(() => save(form));
      }}
    >
      <FormField id="hook-url" label="Address">
        {(field) => (
          <input
            {...field}
            class="input"
            type="url"
            name="url"
            required
            maxLength={2000}
            defaultValue={webhook.url}
          />
        )}
      </FormField>
      <FormField id="hook-description" label="What it is for">
        {(field) => (
          <input
            {...field}
            class="input"
            name="description"
            maxLength={255}
            defaultValue={webhook.description ?? ''}
          />
        )}
      </FormField>
      <EventChoice chosen={webhook.events} />
      <label class="check">
        <input type="checkbox" name="isActive" defaultChecked={webhook.isActive} />
        Switched on
      </label>
      {task.failure.value && <Failure error={task.failure.value} retry={() => void reload()} />}
      <div class="row">
        <button type="submit" class="button primary" aria-busy={task.isBusy.value}>
          Save changes
        </button>
      </div>
    </form>
  );
}
