import { useMemo } from 'preact/hooks';
import { v7 as uuidv7 } from 'uuid';
import { api, type Shape } from '#client/api/client.ts';
import { TaskForm } from '#client/ui/task-form.tsx';
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
  const id = useMemo(() => uuidv7(), []);
  const add = async (form: HTMLFormElement) =>
    onMade(
      await answerOf(
        api.POST('/api/organizations/{organizationId}/webhooks', {
          params: { path: { organizationId } },
          body: { id, ...webhookIn(new FormData(form)) },
        }),
      ),
    );
  return (
    <TaskForm action="Add it" onSubmit={add} onCancel={onCancel}>
      <WebhookFields />
    </TaskForm>
  );
}
