import { expect, test } from 'vitest';
import { createLatest } from '#client/app/studio/saving/latest.ts';

/** A server that answers when it is told to. */
function createServer() {
  const asked: { value: string; answer: () => void; refuse: (error: Error) => void }[] = [];
  const send = (value: string) =>
    new Promise<void>((answer, refuse) => asked.push({ value, answer, refuse }));
  return { asked, send };
}

/** What an answer sets off has happened. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

test('what is chosen while the choice before is on its way is shown at once, and sent behind it', async () => {
  const { asked, send } = createServer();
  const latest = createLatest<string>('', send);
  const saved = latest.put('a');
  for (const value of ['ab', 'abc']) void latest.put(value);
  expect([latest.value.value, asked.map(({ value }) => value)]).toEqual(['abc', ['a']]);
  asked[0]?.answer();
  await settle();
  expect(asked.map(({ value }) => value)).toEqual(['a', 'abc']);
  asked[1]?.answer();
  await saved;
  expect(latest.value.value).toBe('abc');
});

test('refused, what the server has is shown again, and who chose hears why', async () => {
  const { asked, send } = createServer();
  const latest = createLatest<string>('', send);
  // As it is: there is nothing to send.
  await latest.put('');
  const saved = latest.put('a');
  asked[0]?.answer();
  await saved;
  const refused = latest.put('ab');
  asked[1]?.refuse(new Error('No.'));
  await expect(refused).rejects.toThrow('No.');
  expect(latest.value.value).toBe('a');
});
