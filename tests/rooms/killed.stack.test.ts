import { afterAll, beforeAll, expect, test } from 'vitest';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { signUp, type Registered } from '#tests/support/people.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { withClient } from '../../worker/local/database-setup.ts';
import { ApiSession } from '../../worker/local/seed/api.ts';
import { startStack, type Stack } from '../../worker/local/stack.ts';
import { SocketClient } from './socket-client.ts';

const { folder, remove } = makeTempFolder();
const start = (): Promise<Stack> => startStack({ dataDir: folder, durable: true, quiet: true });
let stack: Stack;
let ada: Registered;
let film: Film;
beforeAll(async () => {
  stack = await start();
  ada = await signUp(stack.origin, 'Ada');
  film = await uploadFilm(ada);
});
afterAll(async () => {
  await stack.stop();
  remove();
});

const stored = (): Promise<string[]> =>
  withClient(stack.superuserUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select id from comments where video_id = $1 order by id',
      [film.id],
    );
    return rows.map((row) => row.id);
  });

test('R10 workerd is killed while people talk: what was acknowledged is there, once, and reaches Postgres', async () => {
  const client = await SocketClient.join(ada.session, film.id);
  const acked: string[] = [];
  const gone = new Promise((resolve) => client.socket.on('close', resolve));
  const say = async (content: string): Promise<void> => {
    const answer = await client.ask({ t: 'comment.post', content });
    if (answer.t === 'ack') acked.push(answer.id);
    if (acked.length === 25) for (const processId of stack.workerdPids) process.kill(processId, 'SIGKILL');
  };
  for (let n = 0; n < 50; n += 1) void say(`before the end ${n}`);
  await gone;
  expect(acked.length).toBeGreaterThanOrEqual(25);
  await stack.stop();

  stack = await start();
  const session = new ApiSession(stack.origin);
  await session.json('POST', '/api/auth/sign-in/email', { email: ada.email, password: ada.password });
  const again = await SocketClient.join(session, film.id);
  // Sent again, as a client does that does not know what became of it: the first answer, no second comment.
  const [first = ''] = acked;
  expect(await again.ask({ t: 'comment.post', content: 'before the end 0' }, first)).toMatchObject({
    t: 'ack',
    id: first,
  });
  await expect
    .poll(async () => (await stored()).filter((id) => acked.includes(id)), { timeout: 10_000 })
    .toEqual([...acked].sort());
  const { video } = await again.welcome;
  expect(video.commentCount).toBe((await stored()).length);
  again.close();
});
