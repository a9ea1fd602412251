import { useMemo } from 'preact/hooks';
import { v7 as uuidv7 } from 'uuid';
import { api, type Shape } from '#client/api/client.ts';
import { Failure } from '#client/ui/failure.tsx';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../request.ts';
import { WebhookFields, webhookIn } from './webhook-fields.tsx';

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
          body: { id, ...webhookIn(form) },
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
      <WebhookFields />
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
