import { expect, test } from 'vitest';
import type { Cue, LoadedCues } from '#client/app/studio/captions/ask-captions.ts';
import { createLineDrafts } from '#client/app/studio/captions/line-draft.ts';

const cue = (text: string, startSeconds = 0): Cue => ({ startSeconds, endSeconds: startSeconds + 1, text });
const loaded: LoadedCues = { cues: [cue('One'), cue('Two', 1)], etag: '"1"' };

/** A server that answers when it is told to. */
function createServer() {
  const asked: { cues: readonly Cue[]; etag: string | null; answer: (etag: string) => void }[] = [];
  const put = (cues: readonly Cue[], etag: string | null) =>
    new Promise<string>((answer) => asked.push({ cues, etag, answer }));
  return { asked, put };
}

test('a line without words goes, and what is saved is not unsaved any more', async () => {
  const { asked, put } = createServer();
  const draft = createLineDrafts().of('en', loaded);
  draft.write(0, ' ');
  expect(draft.isChanged.value).toBe(true);
  const saved = draft.save(put, draft.etag);
  asked[0]?.answer('"2"');
  await saved;
  expect(asked[0]).toMatchObject({ cues: [cue('Two', 1)], etag: '"1"' });
  expect([draft.isChanged.value, draft.etag]).toEqual([false, '"2"']);
});

test('what is written while the lines are on their way is still to be saved', async () => {
  const { asked, put } = createServer();
  const draft = createLineDrafts().of('en', loaded);
  draft.write(0, 'Won');
  const saved = draft.save(put, draft.etag);
  draft.write(1, 'Too');
  asked[0]?.answer('"2"');
  await saved;
  expect(draft.isChanged.value).toBe(true);
  const again = draft.save(put, draft.etag);
  asked[1]?.answer('"3"');
  await again;
  expect(asked[1]).toMatchObject({ cues: [cue('Won'), cue('Too', 1)], etag: '"2"' });
  expect(draft.isChanged.value).toBe(false);
});

test('what was not saved is found again by who comes back, of the version it was made to', () => {
  const drafts = createLineDrafts();
  drafts.of('en', loaded).write(0, 'Won');
  const newer = { cues: [cue('Uno')], etag: '"9"' };
  const draft = drafts.of('en', newer);
  expect(draft.cues.value[0]?.text).toBe('Won');
  expect(draft.etag).toBe('"1"');
  drafts.drop('en');
  expect(drafts.of('en', newer).cues.value).toEqual(newer.cues);
  expect(drafts.of('de', loaded).isChanged.value).toBe(false);
});

test('what nothing was changed of is read anew', () => {
  const drafts = createLineDrafts();
  drafts.of('en', loaded);
  expect(drafts.of('en', { cues: [cue('Uno')], etag: '"9"' }).cues.value[0]?.text).toBe('Uno');
});
