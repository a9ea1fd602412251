import { useSignal } from '@preact/signals';
import { api, type Shape } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { useResource } from '#client/ui/resource.ts';
import { ShownOnce } from '#client/ui/shown-once.tsx';
import { answerOf } from '../request.ts';
import type { Organization } from '../shell/shell.ts';
import { OrganizationFrame } from './organization-frame.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { webhookState } from './webhook-state.ts';

/** `/org/{id}/webhooks`: addresses that hear what happens here. */
export const WebhooksPage = () => (
  <OrganizationFrame title="Webhooks">
    {(organization) => <Webhooks key={organization.id} organization={organization} />}
  </OrganizationFrame>
);

function Webhooks({ organization: { id } }: { organization: Organization }) {
  const made = useSignal<Shape<'NewWebhook'> | null>(null);
  const isAdding = useSignal(false);
  const webhooks = useResource(
    (signal) =>
      answerOf(
        api.GET('/api/organizations/{organizationId}/webhooks', {
          params: { path: { organizationId: id } },
          signal,
        }),
      ),
    id,
  );
  return (
    <div class="stack">
      <p>
        We POST a signed JSON message (Standard Webhooks) to each address whenever something it hears happens,
        and try again for three days where that fails.
      </p>
      {made.value && (
        <ShownOnce label={`The signing secret of ${made.value.url}`} secret={made.value.secret} />
      )}
      {isAdding.value ? (
        <WebhookForm
          organizationId={id}
          onMade={(webhook) => {
            made.value = webhook;
            isAdding.value = false;
            void webhooks.reload();
          }}
          onCancel={() => (isAdding.value = false)}
        />
      ) : (
        <div class="row">
          <button type="button" class="button primary" onClick={() => (isAdding.value = true)}>
            Add a webhook
          </button>
        </div>
      )}
      <Awaited of={webhooks}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState sentence="No address hears of this organization yet." />
          ) : (
            <ul class="rows" aria-label="Webhooks">
              {items.map((webhook) => (
                <li class="row-item" key={webhook.id}>
                  <div class="row-words">
                    <a class="long-words" href={`/org/${id}/webhooks/${webhook.id}`}>
                      {webhook.url}
                    </a>
                    <span class="small muted">
                      {[webhook.description, webhookState(webhook)].filter(Boolean).join(' · ')}
                    </span>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Awaited>
    </div>
  );
}
