import '@hono/zod-openapi';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ownDatabase } from '#tests/drizzle/own-database.ts';
import { createDatabase } from '#worker/db/client.ts';
import { makeSecret } from '#worker/webhooks/secret.ts';
import { Sender, type SenderDeps } from '#worker/webhooks/sender.ts';
import { listOverdue, purgeMessages } from '#worker/webhooks/tend.queries.ts';

const own = ownDatabase();
const query = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await own.superuser.query<Row>(text, values)).rows;

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}
/** A real receiver, which answers as `answer` says. */
let received: Received[] = [];
let answer: (response: ServerResponse, path: string) => void;
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const path = request.url ?? '';
    received.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString() });
    answer(response, path);
  });
});
let origin: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

let organizationId: string;
let now: Date;
beforeEach(async () => {
  received = [];
  answer = (response) => void response.writeHead(204).end();
  organizationId = randomUUID();
  await query(`insert into organizations (id, name, slug) values ($1, 'A', $2)`, [
    organizationId,
    `o${organizationId}`,
  ]);
  now = new Date(Date.now() + 1_000);
});
afterEach(() => query('delete from organizations where id = $1', [organizationId]));

const later = (ms: number): void => void (now = new Date(now.getTime() + ms));
const senderWith = (deps: Partial<SenderDeps> = {}): Sender =>
  new Sender(organizationId, {
    db: createDatabase(own.database.databaseUrl),
    fetch: (input, init) => fetch(input, init),
    resolve: () => Promise.resolve(['8.8.8.8']),
    now: () => now,
    random: () => 0.5,
    reach: { allowsLoopback: true },
    timeoutMs: 5_000,
    // In these tests they are not sealed.
    open: (_, sealed) => Promise.resolve(sealed),
    ...deps,
  });

async function addEndpoint(wanted: Record<string, unknown> = {}): Promise<{ id: string; secret: string }> {
  const row = {
    id: randomUUID(),
    organization_id: organizationId,
    url: `${origin}/hook`,
    sealed_secret: makeSecret(),
    ...wanted,
  };
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`);
  await query(
    `insert into webhook_endpoints (${names.join()}) values (${places.join()})`,
    Object.values(row),
  );
  return { id: row.id, secret: row.sealed_secret };
}
/** Something happens: `count` members' worth of it. */
const tell = (count = 1) =>
  query(
    `select app.tell_webhooks($1, 'webhook.test', (
      select jsonb_agg(jsonb_build_object('webhookId', gen_random_uuid())) from generate_series(1, $2::int)))`,
    [organizationId, count],
  );
const deliveriesOf = (endpointId: string) =>
  query<{ status: string; attempts: number; next: number | null; tries: number }>(
    `select status, attempts, extract(epoch from next_attempt_at - $2::timestamptz)::float8 as next,
      (select count(*)::int from webhook_attempts where delivery_id = d.id) as tries
    from webhook_deliveries d where endpoint_id = $1 order by created_at, id`,
    [endpointId, now],
  );
const endpointOf = async (id: string) =>
  (
    await query(
      `select is_active, disabled_reason, failing_since_at is not null as is_failing from webhook_endpoints where id = $1`,
      [id],
    )
  )[0];

describe('a message', () => {
  test('comes signed, once, with a body that the catalogue describes', async () => {
    const { id, secret } = await addEndpoint();
    await tell();
    expect(await senderWith().run()).toBeUndefined();
    expect(await senderWith().run()).toBeUndefined();
    expect(received).toHaveLength(1);
    const [{ headers, body }] = received as [Received];
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual({
      type: 'webhook.test',
      timestamp: expect.any(String),
      data: { organizationId, webhookId: expect.any(String) },
    });
    expect(await deliveriesOf(id)).toEqual([{ status: 'delivered', attempts: 1, next: null, tries: 1 }]);
  });

  test('is verified by both secrets while one follows the other, then by the new one only', async () => {
    const previous = makeSecret();
    const { secret } = await addEndpoint({
      sealed_previous_secret: previous,
      previous_secret_expires_at: new Date(now.getTime() + 60_000),
    });
    await tell();
    await senderWith().run();
    later(120_000);
    await tell();
    await senderWith().run();
    const verifies = (key: string, { body, headers }: Received): boolean => {
      try {
        // The library's own clock decides what is too old.
        const timestamp = new Date(Number(headers['webhook-timestamp']) * 1000);
        const expected = new Webhook(key).sign(String(headers['webhook-id']), timestamp, body);
        return String(headers['webhook-signature']).split(' ').includes(expected);
      } catch {
        return false;
      }
    };
    expect(received.map((one) => [verifies(secret, one), verifies(previous, one)])).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  test('goes to nobody who does not hear it, and then leaves no row', async () => {
    await addEndpoint({ events: ['video.ready'] });
    await addEndpoint({ is_active: false });
    await tell();
    expect(
      await query('select id from webhook_messages where organization_id = $1', [organizationId]),
    ).toEqual([]);
  });

  test('is sent once when two senders wake at the same moment', async () => {
    await addEndpoint();
    await tell(30);
    await Promise.all([senderWith().run(), senderWith().run()]);
    const ids = received.map(({ headers }) => headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([30, 30]);
  });

  test('that was claimed by a sender that has gone is sent again, under the same id', async () => {
    const { id } = await addEndpoint();
    await tell();
    const gone = senderWith({ fetch: () => new Promise(() => {}) });
    void gone.run();
    await expect.poll(async () => (await deliveriesOf(id))[0]?.attempts).toBe(1);
    expect(await senderWith().run()).toEqual(expect.any(Date));
    expect(received).toEqual([]);
    later(4 * 60_000);
    await senderWith().run();
    expect(received).toHaveLength(1);
    expect(await deliveriesOf(id)).toEqual([{ status: 'delivered', attempts: 2, next: null, tries: 1 }]);
  });
});

describe('a receiver that', () => {
  test('fails is tried again at the times of the schedule, and then no more', async () => {
    const { id } = await addEndpoint();
    answer = (response) => void response.writeHead(500).end('Oh');
    await tell();
    const waits: number[] = [];
    for (;;) {
      const next = await senderWith().run();
      if (!next) break;
      waits.push(Math.round((next.getTime() - now.getTime()) / 1000));
      now = next;
    }
    expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(await deliveriesOf(id)).toEqual([{ status: 'failed', attempts: 10, next: null, tries: 10 }]);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await endpointOf(id)).toEqual({ is_active: true, disabled_reason: null, is_failing: true });
  });

  test('asks to be left alone for a while is', async () => {
    const { id } = await addEndpoint();
    answer = (response) => void response.writeHead(429, { 'retry-after': '90' }).end();
    await tell();
    await senderWith().run();
    expect(await deliveriesOf(id)).toEqual([{ status: 'pending', attempts: 1, next: 90, tries: 1 }]);
  });

  test('is gone is switched off, and what waits for it has failed', async () => {
    const { id } = await addEndpoint();
    answer = (response) => void response.writeHead(410).end();
    await tell(3);
    expect(await senderWith().run()).toBeUndefined();
    expect(await endpointOf(id)).toEqual({
      is_active: false,
      disabled_reason: 'It answered 410 Gone.',
      is_failing: true,
    });
    expect(new Set((await deliveriesOf(id)).map(({ status }) => status))).toEqual(new Set(['failed']));
  });

  test('has taken nothing for five days is switched off', async () => {
    const { id } = await addEndpoint();
    answer = (response) => void response.writeHead(500).end();
    await tell();
    await senderWith().run();
    later(5 * 24 * 60 * 60_000);
    await senderWith().run();
    expect(await endpointOf(id)).toEqual({
      is_active: false,
      disabled_reason: 'It has taken nothing for five days.',
      is_failing: true,
    });
  });

  test('works again has not been failing', async () => {
    const { id } = await addEndpoint();
    answer = (response) => void response.writeHead(500).end();
    await tell();
    await senderWith().run();
    answer = (response) => void response.writeHead(200).end('x'.repeat(5_000));
    later(10_000);
    await senderWith().run();
    expect(await endpointOf(id)).toEqual({ is_active: true, disabled_reason: null, is_failing: false });
    const [kept] = await query<{ n: number }>('select max(length(response_body)) as n from webhook_attempts');
    expect(kept?.n).toBe(1000);
  });

  test('never answers is given up, and keeps no other waiting', async () => {
    const slow = await addEndpoint({ url: `${origin}/slow` });
    const quick = await addEndpoint({ url: `${origin}/quick` });
    answer = (response, path) => void (path === '/quick' && response.writeHead(204).end());
    await tell();
    const running = senderWith({ timeoutMs: 1_500 }).run();
    await expect.poll(async () => (await deliveriesOf(quick.id))[0]?.status).toBe('delivered');
    expect(await deliveriesOf(slow.id)).toMatchObject([{ status: 'pending', tries: 0 }]);
    await running;
    expect(await deliveriesOf(slow.id)).toMatchObject([{ status: 'pending', attempts: 1, tries: 1 }]);
  });

  test('answers without coming to an end has answered', async () => {
    const statuses = [200, 410, 500];
    for (const status of statuses) await addEndpoint({ url: `${origin}/${status}` });
    answer = (response, path) => void response.writeHead(Number(path.slice(1))).write('Well, ');
    await tell();
    await senderWith().run();
    const kept = await query(
      `select response_status, response_body, error, d.status from webhook_attempts a
       join webhook_deliveries d on d.id = a.delivery_id join webhook_endpoints e on e.id = d.endpoint_id
       where e.organization_id = $1 order by response_status`,
      [organizationId],
    );
    const body = { response_body: 'Well, ', error: null };
    expect(kept).toEqual([
      { ...body, response_status: 200, status: 'delivered' },
      { ...body, response_status: 410, status: 'failed' },
      { ...body, response_status: 500, status: 'pending' },
    ]);
  });

  test('sends us elsewhere is not followed', async () => {
    const { id } = await addEndpoint();
    answer = (response) => void response.writeHead(302, { location: `${origin}/inside` }).end();
    await tell();
    await senderWith().run();
    expect(received.map(({ path }) => path)).toEqual(['/hook']);
    expect(await deliveriesOf(id)).toMatchObject([{ status: 'pending' }]);
  });
});

test.each([
  ['leads inside', () => Promise.resolve(['8.8.8.8', '10.0.0.1']), 'private network'],
  ['leads nowhere', () => Promise.resolve([]), 'leads nowhere'],
  ['cannot be looked up', () => Promise.reject(new Error('away')), 'could not be looked up'],
])('a name that %s is sent nothing', async (_, resolve, words) => {
  const { id } = await addEndpoint({ url: 'https://hooks.example.com/' });
  await tell();
  const fetched: unknown[] = [];
  const fetcher = ((input: unknown) => fetched.push(input)) as unknown as typeof fetch;
  await senderWith({ resolve, fetch: fetcher }).run();
  expect(fetched).toEqual([]);
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'pending', attempts: 1 }]);
  const [attempt] = await query<{ error: string }>(
    'select error from webhook_attempts a join webhook_deliveries d on d.id = a.delivery_id where endpoint_id = $1',
    [id],
  );
  expect(attempt?.error).toContain(words);
});

test('an endpoint deleted while it is sent to leaves nothing behind', async () => {
  const { id } = await addEndpoint();
  answer = (response) =>
    void query('delete from webhook_endpoints where id = $1', [id]).then(() => response.writeHead(500).end());
  await tell();
  expect(await senderWith().run()).toBeUndefined();
  expect(await deliveriesOf(id)).toEqual([]);
});

test('while Postgres is away nothing is sent and nothing lost', async () => {
  const { id } = await addEndpoint();
  await tell();
  await expect(
    senderWith({ db: createDatabase('postgresql://a:b@127.0.0.1:9/none') }).run(),
  ).rejects.toThrow();
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'pending', attempts: 0 }]);
  await senderWith().run();
  expect(received).toHaveLength(1);
});

test('a sender that is nudged when its time is just over comes again at once', async () => {
  await addEndpoint();
  let asked = 0;
  const sender = senderWith({
    now: () => {
      asked += 1;
      // What waits has been read, and no time is left: the nudge is for what was written since.
      if (asked === 2) sender.wake();
      return asked === 1 ? now : new Date(now.getTime() + 6 * 60_000);
    },
  });
  expect(await sender.run()).toEqual(new Date(now.getTime() + 6 * 60_000));
});

test('an endpoint for which too much waits is switched off', async () => {
  const { id } = await addEndpoint();
  await tell(10_000);
  expect(await endpointOf(id)).toMatchObject({ is_active: true });
  await tell();
  expect(await endpointOf(id)).toMatchObject({
    is_active: false,
    disabled_reason: 'More than 10,000 messages were waiting for it.',
  });
});

test('what a lost nudge left is found, and what is old removed', async () => {
  await addEndpoint();
  await tell();
  const db = createDatabase(own.database.databaseUrl);
  expect(await listOverdue(db, now, 10)).toEqual([organizationId]);
  expect(await listOverdue(db, new Date(now.getTime() - 60_000), 10)).toEqual([]);
  await query(
    `update webhook_messages set created_at = now() - interval '31 days' where organization_id = $1`,
    [organizationId],
  );
  expect(await purgeMessages(db, new Date(now.getTime() - 30 * 24 * 60 * 60_000), 10)).toBe(1);
  expect(await query('select id from webhook_deliveries')).toEqual([]);
});
