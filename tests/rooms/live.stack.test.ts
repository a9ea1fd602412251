import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { enterAsGuest, signUp } from '#tests/support/people.ts';
import { uploadFilm } from '#tests/support/films.ts';
import { sharedStack } from '#tests/support/stack.ts';
import type { JoinAnswer } from '#protocol/ticket.ts';
import { SocketClient } from './socket-client.ts';

test('R81 two people over the network, and a forged ticket turned away in words', async () => {
  const { origin } = sharedStack();
  const ada = await signUp(origin, 'Ada');
  const bob = await enterAsGuest(origin, 'Bob');
  const film = await uploadFilm(ada);
  const a = await SocketClient.join(ada.session, film.id);
  const b = await SocketClient.join(bob.session, film.id);
  expect((await b.welcome).you).toMatchObject({ userId: bob.userId, name: 'Bob', role: 'control' });
  const heard = b.once('events', ({ events }) => events.some((event) => event.kind === 'comment'));
  const answer = await a.ask({ t: 'comment.post', content: 'hello', positionSeconds: 3 });
  expect(answer).toMatchObject({ t: 'ack', result: { comment: { content: 'hello', authorName: 'Ada' } } });
  expect((await heard).events.at(-1)).toMatchObject({ comment: { id: answer.id } });

  const { url } = await bob.session.json<JoinAnswer>('POST', `/api/videos/${film.id}/join`, {});
  const forged = new WebSocket(`${url.slice(0, -3)}abc`);
  const [status, body] = await new Promise<[number | undefined, string]>((resolve) =>
    forged.on('unexpected-response', (_, response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve([response.statusCode, text]));
    }),
  );
  expect([status, JSON.parse(body)]).toMatchObject([401, { code: 'UNAUTHENTICATED' }]);

  const gone = a.once('presence', ({ gone }) => gone.length > 0);
  b.socket.terminate();
  expect((await gone).total).toBe(1);
  a.close();
});
