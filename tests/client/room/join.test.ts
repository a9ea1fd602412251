import { expect, test } from 'vitest';
import { createJoin } from '#client/room/join.ts';
import { idOf } from './samples.ts';

const ENDED = Response.json({ code: 'UNAUTHENTICATED', detail: 'Your session has ended.' }, { status: 401 });
const welcome = () =>
  Response.json({
    ticket: 't',
    url: 'ws://room.test/',
    expiresAt: '2026-01-01T00:00:00.000Z',
    videoId: idOf(1),
    screeningId: null,
    you: { userId: null, name: 'Somebody', isGuest: true, role: 'view' },
  });

/** Asks for a ticket where the answers are these, in turn; and how often that was. */
async function join(answers: Response[]) {
  const left = [...answers];
  const asked = createJoin(idOf(1), async () => left.shift() ?? Response.error())(null);
  const outcome = await asked.then(
    ({ you }) => you.name,
    (error: Error) => error.message,
  );
  return { outcome, times: answers.length - left.length };
}

test('an ended session leaves the browser with the first answer: the second is for whoever is left', async () => {
  expect(await join([ENDED.clone(), welcome()])).toEqual({ outcome: 'Somebody', times: 2 });
});

test('that is tried once, and then said', async () => {
  const answers = [ENDED.clone(), ENDED.clone(), welcome()];
  expect(await join(answers)).toEqual({ outcome: 'Your session has ended.', times: 2 });
});

test('what is refused otherwise is not asked again', async () => {
  const gone = Response.json({ code: 'NOT_FOUND', detail: 'There is no such video.' }, { status: 404 });
  expect(await join([gone, welcome()])).toEqual({ outcome: 'There is no such video.', times: 1 });
});
