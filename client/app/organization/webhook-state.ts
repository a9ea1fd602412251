import type { Shape } from '#client/api/client.ts';

type Webhook = Pick<Shape<'Webhook'>, 'isActive' | 'disabledReason' | 'failingSince'>;

/** How an endpoint does, in a few words. */
export function webhookState({ isActive, disabledReason, failingSince }: Webhook): string {
  if (!isActive) return disabledReason ? `Switched off: ${disabledReason}` : 'Switched off';
  return failingSince ? 'Failing; we go on trying' : 'Working';
}

export const DELIVERY_WORDS: Record<Shape<'WebhookDelivery'>['status'], string> = {
  pending: 'Waiting',
  delivered: 'Delivered',
  failed: 'Failed',
};

/** What of an endpoint the form shows: neither its secrets nor how it does. */
export const shownOf = ({ url, description, events, isActive }: Shape<'Webhook'>) => ({
  url,
  description,
  events,
  isActive,
});
