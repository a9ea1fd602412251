import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { signUp, type Visitor } from '#tests/support/workers/visitor.ts';
import { EVENTS } from '#worker/webhooks/events.ts';

const OFF = 'https://hooks.example.com/lockstep';
let ada: Visitor & { id: string };
let organizationId: string;
beforeAll(async () => {
  ada = await signUp('Ada');
  const { items } = await (await ada.get('/api/organizations')).json<{ items: { id: string }[] }>();
  organizationId = items[0]?.id ?? '';
});

interface Made {
  id: string;
  secret: string;
  updatedAt: string;
}
async function add(wanted: object = {}): Promise<Made> {
  const answer = await ada.post(`/api/organizations/${organizationId}/webhooks`, {
    url: OFF,
    events: ['approval.decided'],
    ...wanted,
  });
  expect(answer.status).toBe(201);
  return answer.json();
}
interface Delivery {
  id: string;
  type: string;
  status: string;
  data: Record<string, unknown>;
}
const deliveriesOf = async (id: string, query = '') =>
  (await (await ada.get(`/api/webhooks/${id}/deliveries${query}`)).json<{ items: Delivery[] }>()).items;

describe('a webhook', () => {
  test('shows its secret once, when it is made', async () => {
    const made = await add({ description: 'Ours', events: ['video.ready', 'video.ready'] });
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { secret, ...rest } = made;
    expect(await (await ada.get(`/api/webhooks/${made.id}`)).json()).toEqual(rest);
    expect(rest).toEqual({
      id: made.id,
      organizationId,
      url: OFF,
      description: 'Ours',
      events: ['video.ready'],
      isActive: true,
      disabledReason: null,
      failingSince: null,
      previousSecretExpiresAt: null,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    const again = { id: made.id, url: OFF };
    expect((await ada.post(`/api/organizations/${organizationId}/webhooks`, again)).status).toBe(409);
    expect(secret).not.toBe((await (await ada.post(`/api/webhooks/${made.id}/secret`)).json<Made>()).secret);
  });

  test.each([
    'http://hooks.example.com/',
    'https://10.0.0.1/',
    'https://db.internal/',
    'https://a:b@example.com/',
  ])('does not go to %s', async (url) => {
    const answer = await ada.post(`/api/organizations/${organizationId}/webhooks`, { url });
    expect([
      answer.status,
      (await answer.json<{ errors: { pointer: string }[] }>()).errors[0]?.pointer,
    ]).toEqual([400, '/url']);
  });

  test('is changed only in the version that was seen', async () => {
    const { id } = await add();
    const tag = (await ada.get(`/api/webhooks/${id}`)).headers.get('etag') ?? '';
    const edit = (json: object) => ada.patch(`/api/webhooks/${id}`, json, { 'if-match': tag });
    expect((await edit({ description: 'One' })).status).toBe(200);
    expect((await edit({ description: 'Two' })).status).toBe(412);
    expect((await ada.delete(`/api/webhooks/${id}`, { 'if-match': tag })).status).toBe(412);
    expect((await ada.delete(`/api/webhooks/${id}`)).status).toBe(204);
    expect((await ada.get(`/api/webhooks/${id}`)).status).toBe(404);
  });

  test('is nobody else’s to see', async () => {
    const { id } = await add();
    const eve = await signUp('Eve');
    const asked = [
      eve.get(`/api/webhooks/${id}`),
      eve.get(`/api/webhooks/${id}/deliveries`),
      eve.post(`/api/webhooks/${id}/test`),
      eve.get(`/api/organizations/${organizationId}/webhooks`),
      eve.get('/api/webhooks/no-id'),
    ];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });
});

describe('what happens', () => {
  test('is written down for who hears it, and wakes the sender', async () => {
    const { id } = await add({ url: 'http://127.0.0.1:9/', events: ['video.created', 'comment.created'] });
    const video = await makeVideo(ada);
    await ada.post(`/api/videos/${video.id}/comments`, { content: 'Words' });
    await ada.get(`/api/videos/${video.id}/comments`);
    await expect
      .poll(async () => (await deliveriesOf(id)).map(({ type }) => type).sort())
      .toEqual(['comment.created', 'video.created']);
    const [created] = await deliveriesOf(id, '?type=video.created');
    expect(created?.data).toEqual({
      organizationId,
      videoId: video.id,
      shortId: video.shortId,
      title: 'Bunny',
      visibility: 'public',
      authorId: ada.id,
      channelId: null,
      seriesId: null,
      durationSeconds: null,
    });
    // Nothing listens there: what the sender has tried says so.
    await expect
      .poll(async () =>
        (await deliveriesOf(id)).every(
          (delivery) => 'attempts' in delivery && (delivery.attempts as object[]).length > 0,
        ),
      )
      .toBe(true);
    expect(env.WEBHOOKS).toBeDefined();
  });

  test('is sent once more when asked, but not to one that is switched off', async () => {
    const { id } = await add({ events: ['link.created'], url: 'http://127.0.0.1:9/' });
    const tested = await ada.post(`/api/webhooks/${id}/test`);
    expect(tested.status).toBe(202);
    const { id: deliveryId } = await tested.json<Delivery>();
    expect((await ada.post(`/api/webhooks/${id}/deliveries/${deliveryId}/resend`)).status).toBe(202);
    await ada.patch(`/api/webhooks/${id}`, { isActive: false });
    expect((await ada.post(`/api/webhooks/${id}/deliveries/${deliveryId}/resend`)).status).toBe(409);
    expect((await ada.post(`/api/webhooks/${id}/test`)).status).toBe(409);
    const delivery = await (await ada.get(`/api/webhooks/${id}/deliveries/${deliveryId}`)).json<Delivery>();
    expect([delivery.type, delivery.status]).toEqual(['webhook.test', 'failed']);
  });
});

test('the catalogue stands in the description', async () => {
  const { webhooks } = await (await ada.get('/openapi.json')).json<{ webhooks: Record<string, object> }>();
  expect(Object.keys(webhooks).toSorted()).toEqual(Object.keys(EVENTS).toSorted());
});
