import { api, type Shape } from '#client/api/client.ts';
import { FormField } from '#client/ui/form-field.tsx';
import { EditForm } from '../edit-form.tsx';
import { answerOf } from '../request.ts';
import { over, type Seen } from '../save-task.ts';
import { EventChoice, eventsIn } from './event-choice.tsx';
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
    read={(form) => ({ body: webhookEditIn(form) })}
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
      </>
    )}
  </EditForm>
);

const webhookEditIn = (form: FormData): Shape<'WebhookEdit'> => ({
  url: String(form.get('url')).trim(),
  description: String(form.get('description')).trim() || null,
  events: eventsIn(form),
  isActive: form.has('isActive'),
});
