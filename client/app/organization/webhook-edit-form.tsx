import { api, type Shape } from '#client/api/client.ts';
import { EditForm } from '../edit-form.tsx';
import { answerOf } from '../request.ts';
import { over, type Seen } from '../save-task.ts';
import { WebhookFields, webhookIn } from './webhook-fields.tsx';
import { shownOf } from './webhook-state.ts';

/** Another secret or another state, come meanwhile, takes nothing of what is being written. */
export const WebhookEditForm = ({
  seen,
  reload,
}: {
  seen: Seen<Shape<'Webhook'>>;
  reload: () => Promise<void>;
}) => (
  <EditForm
    what="This webhook"
    seen={seen}
    shows={shownOf}
    read={(form) => ({ body: { ...webhookIn(form), isActive: form.has('isActive') } })}
    put={(body: Shape<'WebhookEdit'>, etag) =>
      answerOf(
        api.PATCH('/api/webhooks/{webhookId}', {
          params: { path: { webhookId: seen.data.id } },
          headers: over(etag),
          body,
        }),
      )
    }
    reload={reload}
  >
    {(webhook) => (
      <>
        <WebhookFields webhook={webhook} />
        <label class="check">
          <input type="checkbox" name="isActive" defaultChecked={webhook.isActive} />
          Switched on
        </label>
      </>
    )}
  </EditForm>
);
