import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { api, type Shape } from '#client/api/client.ts';
import { Failure } from '#client/ui/failure.tsx';
import { FormField } from '#client/ui/form-field.tsx';
import { useTask } from '#client/ui/task.ts';
import { answerOf, RequestFailed } from '../request.ts';
import { useShell } from '../shell/shell.ts';
import { StaleNotice } from '../stale-notice.tsx';
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
  const isStale = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const save = async (fields: FormData, over: string | null) => {
    isStale.value = false;
    await answerOf(
      api.PATCH('/api/webhooks/{webhookId}', {
        params: { path: { webhookId: webhook.id } },
        headers: over === null ? {} : { 'if-match': over },
        body: {
          url: String(fields.get('url')).trim(),
          description: String(fields.get('description')).trim() || null,
          events: eventsIn(fields),
          isActive: fields.has('isActive'),
        },
      }),
    ).catch((error: unknown) => {
      isStale.value = error instanceof RequestFailed && error.code === 'STALE';
      throw error;
    });
    shell.toasts.tell('Saved.');
    await reload();
  };
  const send = (from: HTMLFormElement, over: string | null) => {
    const fields = new FormData(from);
    return task.run(() => save(fields, over));
  };
  return (
    <form
      ref={form}
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget, etag);
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
      {isStale.value ? (
        <StaleNotice
          what="This webhook"
          takeTheirs={() => void reload()}
          saveMine={() => form.current && void send(form.current, null)}
        />
      ) : (
        task.failure.value && (
          <Failure error={task.failure.value} retry={() => form.current?.requestSubmit()} />
        )
      )}
      <div class="row">
        <button type="submit" class="button primary" aria-busy={task.isBusy.value}>
          Save changes
        </button>
      </div>
    </form>
  );
}
