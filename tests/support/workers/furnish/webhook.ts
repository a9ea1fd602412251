import type { Furnished, Owner } from './all.ts';

/** A webhook of the owner's team that leads nowhere, and a delivery to it. */
export async function furnishWebhook(owner: Owner, { organizationId }: Furnished): Promise<Furnished> {
  const made = await owner.post(`/api/organizations/${organizationId}/webhooks`, {
    url: 'http://127.0.0.1:9/',
    events: ['link.revoked'],
  });
  if (made.status !== 201) throw new Error(`webhook: ${made.status} ${await made.text()}`);
  const { id: webhookId } = await made.json<{ id: string }>();
  const tested = await owner.post(`/api/webhooks/${webhookId}/test`);
  if (tested.status !== 202) throw new Error(`webhook test: ${tested.status} ${await tested.text()}`);
  const { id: deliveryId } = await tested.json<{ id: string }>();
  return { webhookId, deliveryId };
}
