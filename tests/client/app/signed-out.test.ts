import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { RoomState } from '#client/room/room-state.ts';
import { noteSignOut } from '#client/app/watch/identity.ts';
import type { Watch } from '#client/app/watch/watch.ts';

const as = (userId: string | null): Pick<RoomState, 'you'> => ({
  you: { connectionId: 'c', userId, name: 'Ada', role: 'control', progress: null },
});
const NOT_YET = { you: null };
const ADA = { kind: 'registered', userId: 'ada', name: 'Ada' } as const;

/** What the page knows of its viewer and tells them after the room has taken them in anew. */
function after(before: Pick<RoomState, 'you'>, now: Pick<RoomState, 'you'>) {
  const viewer: Watch['viewer'] = signal(ADA);
  const notice: Watch['notice'] = signal(null);
  noteSignOut({ viewer, notice }, now, before);
  return { kind: viewer.value.kind, notice: notice.value };
}

test('who comes back as nobody is told that they have been signed out, and is nobody on the page, too', () => {
  expect(after(as('ada'), as(null))).toEqual({
    kind: 'anonymous',
    notice: expect.stringContaining('signed out'),
  });
});

test.each([
  ['comes in', NOT_YET, as('ada')],
  ['comes back', as('ada'), as('ada')],
  ['was nobody before', as(null), as(null)],
  ['comes in as nobody', NOT_YET, as(null)],
])('who %s is told nothing', (_, before, now) => {
  expect(after(before, now)).toEqual({ kind: 'registered', notice: null });
});
