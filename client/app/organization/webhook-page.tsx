import { useSignal } from '@preact/signals';
import { useLocation, useRoute } from 'preact-iso/router';
import { api, type Shape } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { useResource } from '#client/ui/resource.ts';
import { ShownOnce } from '#client/ui/shown-once.tsx';
import { useTask } from '#client/ui/task.ts';
import { TypedConfirmation } from '#client/ui/typed-confirmation.tsx';
import { answerOf, wholeAnswerOf } from '../request.ts';
import type { Seen } from '../save-task.ts';
import { useShell } from '../shell/shell.ts';
import { Deliveries } from './deliveries.tsx';
import { OrganizationFrame } from './organization-frame.tsx';
import { WebhookEditForm } from './webhook-edit-form.tsx';
import { webhookState } from './webhook-state.ts';

/** `/org/{id}/webhooks/{webhookId}`: one endpoint, what it hears, its secret, and what was sent to it. */
export const WebhookPage = () => (
  <OrganizationFrame title="Webhook">
    {({ id }) => <OneWebhook key={id} organizationId={id} />}
  </OrganizationFrame>
);

function OneWebhook({ organizationId }: { organizationId: string }) {
  const webhookId = useRoute().params['webhookId'] ?? '';
  const seen = useResource(
    (signal) =>
      wholeAnswerOf(api.GET('/api/webhooks/{webhookId}', { params: { path: { webhookId } }, signal })),
    webhookId,
  );
  /** Told once: it stays, whatever becomes of what is asked after it. */
  const secret = useSignal<string | null>(null);
  const rotated = ({ data: { secret: made, ...data }, etag }: Seen<Shape<'NewWebhook'>>) => {
    secret.value = made;
    seen.replace(() => ({ data, etag }));
  };
  return (
    <div class="stack">
      {secret.value && <ShownOnce label="The new signing secret" secret={secret.value} />}
      <Awaited of={seen}>
        {(shown) => (
          <div class="stack sections">
            <WebhookActions organizationId={organizationId} webhook={shown.data} onRotated={rotated} />
            <WebhookEditForm seen={shown} reload={seen.reload} />
            <Deliveries webhookId={webhookId} isActive={shown.data.isActive} />
          </div>
        )}
      </Awaited>
    </div>
  );
}

function WebhookActions({
  organizationId,
  webhook,
  onRotated,
}: {
  organizationId: string;
  webhook: Shape<'Webhook'>;
  onRotated: (rotated: Seen<Shape<'NewWebhook'>>) => void;
}) {
  const shell = useShell();
  const { route } = useLocation();
  const task = useTask();
  const isAsking = useSignal(false);
  const params = { path: { webhookId: webhook.id } };
  const rotate = () =>
    task.run(async () =>
      onRotated(await wholeAnswerOf(api.POST('/api/webhooks/{webhookId}/secret', { params }))),
    );
  const remove = async () => {
    await answerOf(api.DELETE('/api/webhooks/{webhookId}', { params }));
    shell.toasts.tell('The webhook is deleted.');
    route(`/org/${organizationId}/webhooks`);
  };
  return (
    <section class="stack" aria-labelledby="endpoint">
      <h2 id="endpoint" class="long-words">
        {webhook.url}
      </h2>
      <p class="muted">{webhookState(webhook)}</p>
      {webhook.previousSecretExpiresAt && (
        <p class="small muted">
          Until tomorrow messages bear two signatures, the second by the secret before.
        </p>
      )}
      {task.failure.value && <Failure error={task.failure.value} />}
      <div class="row">
        <button type="button" class="button" aria-busy={task.isBusy.value} onClick={() => void rotate()}>
          New secret
        </button>
        <button type="button" class="button danger" onClick={() => (isAsking.value = true)}>
          Delete…
        </button>
      </div>
      {isAsking.value && (
        <TypedConfirmation
          title="Delete this webhook?"
          words={new URL(webhook.url).hostname}
          action="Delete it"
          onConfirm={remove}
          onClose={() => (isAsking.value = false)}
        >
          <p>It hears nothing from now on, and the log of what was sent to it goes, too.</p>
        </TypedConfirmation>
      )}
    </section>
  );
}
