import type { Shape } from '#client/api/client.ts';
import { FormField } from '#client/ui/form-field.tsx';
import { EventChoice, eventsIn } from './event-choice.tsx';

/** What an endpoint is told by: where it is, what for, and what it hears. */
export const WebhookFields = ({ webhook }: { webhook?: Shape<'Webhook'> }) => (
  <>
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
          defaultValue={webhook?.url}
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
          defaultValue={webhook?.description ?? ''}
        />
      )}
    </FormField>
    <EventChoice chosen={webhook?.events ?? []} />
  </>
);

/** What these fields say. */
export const webhookIn = (form: FormData) => ({
  url: String(form.get('url')).trim(),
  description: String(form.get('description')).trim() || null,
  events: eventsIn(form),
});
