import { expect, test, vi } from 'vitest';
import type { Drawing } from '#protocol/drawing.ts';
import { createShownDrawings } from '#client/app/watch/drawing/shown-drawings.ts';
import { someComment, someState } from './room-fixture.ts';

const LINE: Drawing = [{ color: 'red', points: [0, 0, 1, 1] }];
const listed = (n: number) => ({ ...someComment(n, { hasDrawing: true }), isPending: false });

test('a drawing is read once, and shown at its comment’s moment', async () => {
  const read = vi.fn(async () => LINE);
  const shown = createShownDrawings(() => someState(), read);
  await shown.show(listed(7));
  expect(shown.current.value).toEqual({
    commentId: listed(7).id,
    authorName: 'Cid',
    positionSeconds: 7,
    drawing: LINE,
  });
  shown.hide();
  await shown.show(listed(7));
  expect(read).toHaveBeenCalledTimes(1);
});

test('one that is not sent yet is shown from what waits to be sent', async () => {
  const { id } = someComment(1);
  const op = { t: 'comment.post' as const, id, content: 'x', drawing: LINE };
  const shown = createShownDrawings(
    () => someState({ pending: [{ op, madeAtMs: 0 }] }),
    () => Promise.reject(new Error('Nobody knows it yet.')),
  );
  await shown.show({ ...listed(1), isPending: true });
  expect(shown.current.value?.drawing).toBe(LINE);
});

test('what comes late is not shown over what was chosen since', async () => {
  let give: (drawing: Drawing) => void = () => {};
  const shown = createShownDrawings(
    () => someState(),
    () => new Promise((resolve) => (give = resolve)),
  );
  const late = shown.show(listed(1));
  shown.hide();
  give(LINE);
  await late;
  expect(shown.current.value).toBeNull();
});
