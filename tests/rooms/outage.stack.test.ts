import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterAsGuest, signUp, type Person, type Registered } from '#tests/support/people.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { startOwnStack } from '#tests/support/stack.ts';
import { withClient } from '../../worker/local/database-setup.ts';
import { SocketClient } from './socket-client.ts';

let stack: Awaited<ReturnType<typeof startOwnStack>>;
let ada: Registered;
let bob: Person;
let film: Film;
beforeAll(async () => {
  stack = await startOwnStack();
  ada = await signUp(stack.origin, 'Ada');
  bob = await enterAsGuest(stack.origin, 'Bob');
  film = await uploadFilm(ada);
});
afterAll(() => stack.stop());

const storedIds = (videoId: string): Promise<string[]> =>
  withClient(stack.superuserUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from comments where video_id = $1', [
      videoId,
    ]);
    return rows.map((row) => row.id);
  });

/** Comments posted, all acknowledged. */
async function say(client: SocketClient, words: string[]): Promise<string[]> {
  const answers = await Promise.all(words.map((content) => client.ask({ t: 'comment.post', content })));
  return answers.map((answer) => {
    if (answer.t === 'refuse' || !answer.id) throw new Error(JSON.stringify(answer));
    return answer.id;
  });
}

test('R43 Postgres goes away under a talking room: nobody is held up, everyone is told, nothing is lost', async () => {
  const a = await SocketClient.join(ada.session, film.id);
  const b = await SocketClient.join(bob.session, film.id);
  const before = await say(a, ['before']);
  await expect.poll(() => storedIds(film.id)).toEqual(before);

  stack.neon.faults.pause();
  const delayed = b.once('persist', ({ persist }) => persist === 'delayed');
  const heard = b.once('events', ({ events }) =>
    events.some((event) => event.kind === 'comment' && event.comment.content === 'while it is away 9'),
  );
  const during = await say(
    a,
    Array.from({ length: 10 }, (_, n) => `while it is away ${n}`),
  );
  await Promise.all([delayed, heard]);
  expect(await storedIds(film.id)).toEqual(before);

  const recovered = b.once('persist', ({ persist }) => persist === 'ok');
  stack.neon.faults.resume();
  await recovered;
  const after = await say(b, ['after']);
  const all = [...before, ...during, ...after].sort();
  await expect.poll(async () => (await storedIds(film.id)).sort(), { timeout: 10_000 }).toEqual(all);
  a.close();
  b.close();
});

test('R42 commits whose answers are lost are not made twice', async () => {
  const a = await SocketClient.join(ada.session, film.id);
  const before = await storedIds(film.id);
  stack.neon.faults.commitThenTimeOut(3);
  const said = await say(a, ['one', 'two', 'three']);
  const ok = a.once('persist', ({ persist }) => persist === 'ok');
  await ok;
  const all = [...before, ...said].sort();
  await expect.poll(async () => (await storedIds(film.id)).sort(), { timeout: 10_000 }).toEqual(all);
  const counted = await withClient(stack.superuserUrl, (client) =>
    client.query<{ n: number }>('select comment_count as n from videos where id = $1', [film.id]),
  );
  expect(counted.rows[0]?.n).toBe(all.length);
  a.close();
});
