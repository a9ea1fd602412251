import { signal } from '@preact/signals';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { answerPageRequests } from '#tests/support/page-requests.ts';
import type { Shell } from '#client/app/shell/shell.ts';

/** What was asked to be made. */
const made: { title: string; organizationId?: string }[] = [];

beforeAll(() => {
  vi.stubGlobal('addEventListener', () => undefined);
  answerPageRequests(async (asked) => {
    if (asked.method !== 'POST') return new Response(null, { status: 204 });
    made.push(await asked.json());
    // No answer: nothing is sent.
    return new Promise<never>(() => undefined);
  });
});
afterAll(() => void vi.unstubAllGlobals());

test('a file goes to the team it was dropped for, whichever is looked at when its turn comes', async () => {
  const { uploadQueueOf } = await import('#client/app/studio/upload/queue.ts');
  const organization = signal({ id: 'team-it-was-dropped-for' });
  const nothing = () => undefined;
  const shell = {
    member: signal({ userId: 'ann' }),
    organization,
    jobs: { put: nothing, remove: nothing },
    toasts: { tell: nothing },
  } as unknown as Shell;
  await uploadQueueOf(shell).add([new File(['x'], 'one.mp4'), new File(['y'], 'two.mp4')]);
  organization.value = { id: 'another' };
  await vi.waitFor(() => expect(made).toHaveLength(2), 10_000);
  expect(made.map(({ organizationId }) => organizationId)).toEqual(
    Array<string>(2).fill('team-it-was-dropped-for'),
  );
}, 20_000);
