import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test } from 'vitest';
import { signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';

const { origin } = sharedStack();
const received: { headers: IncomingHttpHeaders; body: string }[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(204).end();
  });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test('what is made over REST and what is said in a room reaches a receiver, signed', async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const { session } = await signUp(origin, 'Ada');
  const { items } = await session.json<{ items: { id: string }[] }>('GET', '/api/organizations');
  const path = `/api/organizations/${items[0]?.id ?? ''}/webhooks`;
  const events = ['video.created', 'comment.created'];
  const { secret } = await session.json<{ secret: string }>('POST', path, { url, events });
  const video = await session.json<{ id: string }>('POST', '/api/videos', {
    title: 'Bunny',
    visibility: 'public',
  });
  await session.json('POST', `/api/videos/${video.id}/comments`, { content: 'Words' });
  await expect.poll(() => received.length, { timeout: 10_000 }).toBe(2);
  const told = received.map(({ headers, body }) =>
    new Webhook(secret).verify(body, headers as Record<string, string>),
  ) as { type: string; data: { videoId: string } }[];
  expect(told.map(({ type, data }) => [type, data.videoId])).toEqual(
    expect.arrayContaining([
      ['video.created', video.id],
      ['comment.created', video.id],
    ]),
  );
});
