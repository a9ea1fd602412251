import { api, type Shape } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { momentOf } from '#client/ui/dates.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { MoreButton } from '#client/ui/more-button.tsx';
import { usePageList } from '#client/ui/page-list.ts';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../request.ts';
import { useShell } from '../shell/shell.ts';
import { DELIVERY_WORDS } from './webhook-state.ts';

type Delivery = Shape<'WebhookDelivery'>;

/** What was sent to an endpoint in the last 30 days, with what came of each attempt. */
export function Deliveries({ webhookId, isActive }: { webhookId: string; isActive: boolean }) {
  const shell = useShell();
  const task = useTask();
  const deliveries = usePageList<Delivery>(
    (cursor, signal) =>
      answerOf(
        api.GET('/api/webhooks/{webhookId}/deliveries', {
          params: { path: { webhookId }, query: { ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    webhookId,
  );
  const sent = async (call: Promise<unknown>) => {
    await call;
    shell.toasts.tell('On its way. What comes of it stands in the log: refresh it in a moment.');
    await deliveries.list.reload();
  };
  const test = () =>
    sent(answerOf(api.POST('/api/webhooks/{webhookId}/test', { params: { path: { webhookId } } })));
  const resend = (deliveryId: string) =>
    sent(
      answerOf(
        api.POST('/api/webhooks/{webhookId}/deliveries/{deliveryId}/resend', {
          params: { path: { webhookId, deliveryId } },
        }),
      ),
    );
  return (
    <section class="stack" aria-labelledby="deliveries">
      <div class="row spread">
        <h2 id="deliveries">Deliveries</h2>
        <div class="row">
          <button type="button" class="button" onClick={() => void deliveries.list.reload()}>
            Refresh
          </button>
          <button
            type="button"
            class="button"
            disabled={!isActive}
            aria-busy={task.isBusy.value}
            onClick={() => void task.run(test)}
          >
            Send a test
          </button>
        </div>
      </div>
      {task.failure.value && <Failure error={task.failure.value} />}
      <Awaited of={deliveries.list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState sentence="Nothing was sent yet. Send a test to see how it answers." />
          ) : (
            <ul class="rows" aria-label="Deliveries">
              {items.map((delivery) => (
                <DeliveryRow
                  key={delivery.id}
                  delivery={delivery}
                  resend={() => void task.run(() => resend(delivery.id))}
                />
              ))}
            </ul>
          )
        }
      </Awaited>
      <MoreButton of={deliveries} />
    </section>
  );
}

const DeliveryRow = ({ delivery, resend }: { delivery: Delivery; resend: () => void }) => (
  <li class="row-item">
    <details class="row-words">
      <summary>
        <strong>{delivery.type}</strong>{' '}
        <span class="small muted">
          {DELIVERY_WORDS[delivery.status]} · {momentOf(delivery.createdAt)}
          {delivery.nextAttemptAt && ` · next try ${momentOf(delivery.nextAttemptAt)}`}
        </span>
      </summary>
      <ol class="attempts small">
        {delivery.attempts.map((attempt) => (
          <li key={attempt.createdAt}>
            {momentOf(attempt.createdAt)}: {attempt.responseStatus ?? attempt.error ?? 'no answer'} in{' '}
            {attempt.durationMs} ms
            {attempt.responseBody && <pre tabIndex={0}>{attempt.responseBody}</pre>}
          </li>
        ))}
      </ol>
      <pre class="small" tabIndex={0} aria-label="The message">
        {JSON.stringify(delivery.data, null, 2)}
      </pre>
    </details>
    <button type="button" class="button" aria-label={`Send again: ${delivery.type}`} onClick={resend}>
      Send again
    </button>
  </li>
);
