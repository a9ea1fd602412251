import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { createServer as createHttpServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { startDelayProxy, type DelayProxy } from './delay-proxy.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

async function reach(
  server: Server | ReturnType<typeof createServer>,
  roundTripMs: number,
): Promise<DelayProxy> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  undo.push(() => server.close());
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const proxy = await startDelayProxy({ target, roundTripMs });
  undo.push(() => proxy.stop());
  return proxy;
}

test('a request takes a round trip, however much is asked at once', async () => {
  const server = createHttpServer((request, response) => response.end(request.url));
  const { origin } = await reach(server, 60);
  const begun = performance.now();
  const asked = Array.from({ length: 20 }, (_, index) => fetch(`${origin}/${index}`));
  const answers = await Promise.all(asked.map(async (one) => (await one).text()));
  expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => `/${index}`));
  const tookMs = performance.now() - begun;
  expect(tookMs).toBeGreaterThan(54);
  // One after the other they would take twenty.
  expect(tookMs).toBeLessThan(10 * 60);
});

test('chunks arrive whole and in order, each at its own delay', async () => {
  const { origin } = await reach(
    createServer((socket) => socket.pipe(socket)),
    20,
  );
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  undo.push(() => socket.destroy());
  const words = Array.from({ length: 200 }, (_, index) => `${index},`);
  for (const word of words) socket.write(word);
  socket.end();
  let heard = '';
  for await (const chunk of socket) heard += String(chunk);
  expect(heard).toBe(words.join(''));
});

test('what is asked of a withheld path comes when it is let go, and nothing else waits', async () => {
  const server = createHttpServer((request, response) => response.end(request.url));
  const proxy = await reach(server, 4);
  proxy.withhold('/media/');
  let isThere = false;
  const withheld = fetch(`${proxy.origin}/media/1`).then((answer) => {
    isThere = true;
    return answer.text();
  });
  await (await fetch(`${proxy.origin}/clock`)).text();
  await (await fetch(`${proxy.origin}/clock`)).text();
  expect(isThere).toBe(false);
  proxy.release();
  expect(await withheld).toBe('/media/1');
});
