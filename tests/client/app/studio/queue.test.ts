import { signal } from '@preact/signals';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Shell } from '#client/app/shell/shell.ts';

/** What was asked to be made. */
const made: { title: string; organizationId?: string }[] = [];

beforeAll(() => {
  // Files share a process: a client of the interface that an earlier one made keeps the globals of its day.
  vi.resetModules();
  vi.stubGlobal('addEventListener', () => undefined);
  // Addresses of a page are relative to it.
  const RequestOfPage = class extends Request {
    constructor(input: string, init?: RequestInit) {
      super(new URL(input, 'https://lockstep.test'), init);
    }
  };
  vi.stubGlobal('Request', RequestOfPage);
  vi.stubGlobal('fetch', async (asked: Request | string) => {
    if (typeof asked === 'string') return new Response(null, { status: 204 });
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
