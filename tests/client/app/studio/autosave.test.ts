import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RequestFailed } from '#client/app/request.ts';
import { Autosave, type Version } from '#client/app/studio/saving/autosave.ts';
import { changedWords } from '#client/app/studio/saving/changed-words.ts';
import { changesIn, mergeEdits } from '#client/app/studio/saving/merge-edits.ts';
import type { DraftKeeper, KeptDraft } from '#client/app/studio/saving/draft-boundary.ts';

type Words = { title: string; text: string };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server of one thing, that several may edit. */
function createServer() {
  let etag = 1;
  let fields: Words = { title: 'One', text: 'a' };
  const version = (): Version<Words> => ({ fields, etag: String(etag), changedAt: null, changedBy: 'Ann' });
  const server = {
    isAway: false,
    saves: 0,
    get fields() {
      return fields;
    },
    write(part: Partial<Words>) {
      fields = { ...fields, ...part };
      etag += 1;
    },
    version,
    load: () => Promise.resolve(version()),
    save(part: Partial<Words>, ifMatch: string) {
      if (server.isAway) return Promise.reject(new RequestFailed('UNAVAILABLE', 'Away.'));
      if (ifMatch !== String(etag)) return Promise.reject(new RequestFailed('STALE', 'Stale.'));
      server.saves += 1;
      server.write(part);
      return Promise.resolve(version());
    },
  };
  return server;
}

function createKeeper(): DraftKeeper<Words> & { kept: KeptDraft<Words> | null } {
  return {
    kept: null,
    read() {
      return this.kept;
    },
    keep(draft) {
      this.kept = draft;
    },
    clear() {
      this.kept = null;
    },
  };
}

function edit(server: ReturnType<typeof createServer>, keeper = createKeeper()) {
  const { load, save } = server;
  const faultOf = ({ title }: Words) => (title === '' ? 'A title is missing.' : undefined);
  return new Autosave<Words>({ first: server.version(), load, save, faultOf, keeper, nowMs: () => 7 });
}

test('what is typed is sent once, when one stops', async () => {
  const server = createServer();
  const editing = edit(server);
  editing.change({ title: 'T' });
  editing.change({ title: 'Two' });
  expect(editing.status.value).toEqual({ stage: 'unsaved' });
  await vi.runAllTimersAsync();
  expect([server.fields.title, server.saves, editing.status.value]).toEqual([
    'Two',
    1,
    { stage: 'saved', atMs: 7 },
  ]);
});

test('what others wrote in other fields comes in without a question', async () => {
  const server = createServer();
  const editing = edit(server);
  editing.change({ title: 'Two' });
  server.write({ text: 'theirs' });
  await vi.runAllTimersAsync();
  expect(server.fields).toEqual({ title: 'Two', text: 'theirs' });
  expect(editing.draft.value).toEqual({ title: 'Two', text: 'theirs' });
});

test('what both changed is asked: mine stays if I say so', async () => {
  const server = createServer();
  const editing = edit(server);
  editing.change({ title: 'Mine' });
  server.write({ title: 'Theirs' });
  await vi.runAllTimersAsync();
  expect(editing.status.value).toEqual({ stage: 'conflict' });
  expect(editing.conflict.value).toMatchObject({ names: ['title'], theirs: { changedBy: 'Ann' } });
  expect(server.fields.title).toBe('Theirs');
  await editing.keepMine();
  expect([server.fields.title, editing.conflict.value]).toEqual(['Mine', null]);
});

test('or theirs, and nothing is sent', async () => {
  const server = createServer();
  const editing = edit(server);
  editing.change({ title: 'Mine', text: 'my own' });
  server.write({ title: 'Theirs' });
  await vi.runAllTimersAsync();
  editing.takeTheirs();
  await vi.runAllTimersAsync();
  expect(server.fields).toEqual({ title: 'Theirs', text: 'my own' });
  expect(editing.status.value.stage).toBe('saved');
});

test('without a connection it is kept, also over a reload, and sent later', async () => {
  const server = createServer();
  const keeper = createKeeper();
  const editing = edit(server, keeper);
  server.isAway = true;
  editing.change({ title: 'Kept' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(editing.status.value).toEqual({ stage: 'offline' });
  server.isAway = false;
  const reloaded = edit(server, keeper);
  expect(reloaded.draft.value.title).toBe('Kept');
  await vi.advanceTimersByTimeAsync(1000);
  expect([server.fields.title, keeper.kept]).toEqual(['Kept', null]);
});

test('a conflict that is not decided is asked again after a reload', async () => {
  const server = createServer();
  const keeper = createKeeper();
  const editing = edit(server, keeper);
  editing.change({ title: 'Mine' });
  server.write({ title: 'Theirs' });
  await vi.runAllTimersAsync();
  const reloaded = edit(server, keeper);
  await vi.runAllTimersAsync();
  expect(reloaded.conflict.value?.names).toEqual(['title']);
  expect(server.fields.title).toBe('Theirs');
});

test('what is wrong is held back until it is right', async () => {
  const server = createServer();
  const editing = edit(server);
  editing.change({ title: '' });
  await vi.runAllTimersAsync();
  expect([editing.status.value, server.saves]).toEqual([{ stage: 'held', fault: 'A title is missing.' }, 0]);
  editing.change({ title: 'Right' });
  await vi.runAllTimersAsync();
  expect(server.fields.title).toBe('Right');
});

test('looking takes in what others did while I write nothing', async () => {
  const server = createServer();
  const editing = edit(server);
  server.write({ text: 'new' });
  await editing.look();
  expect([editing.draft.value.text, editing.status.value.stage]).toEqual(['new', 'saved']);
});

test('the same change by both is no conflict, and lists are compared by what is in them', () => {
  expect(mergeEdits({ tags: ['a'] }, { tags: ['b'] }, { tags: ['b'] })).toEqual({
    draft: { tags: ['b'] },
    conflicts: [],
  });
  expect(changesIn({ tags: ['a'], title: 'x' }, { tags: ['a'], title: 'y' })).toEqual({ title: 'y' });
});

test.each([
  ['Ann', 10, 'Ann changed this 10 s ago'],
  [null, 0, 'Somebody changed this just now'],
  ['Ann', 600, 'Ann changed this 10 min ago'],
  ['Ann', 7200, 'Ann changed this 2 h ago'],
  ['Ann', 200_000, 'Ann changed this 2 days ago'],
])('by %s, %d s ago: "%s"', (by, seconds, words) => {
  expect(changedWords(by, new Date(0).toISOString(), seconds * 1000)).toBe(words);
});

test('a conflict stands at once, and says whose it is as soon as that is known', async () => {
  const server = createServer();
  const { load, save } = server;
  let tell: (who: { changedBy: string; changedAt: string }) => void = () => undefined;
  const askWho = () => new Promise<{ changedBy: string; changedAt: string }>((resolve) => (tell = resolve));
  const first = { ...server.version(), changedBy: null };
  const nameless = () => load().then((version) => ({ ...version, changedBy: null }));
  const autosave = new Autosave<Words>({
    first,
    load: nameless,
    save,
    askWho,
    keeper: createKeeper(),
    nowMs: () => 7,
  });
  server.write({ title: 'Theirs' });
  autosave.change({ title: 'Mine' });
  await autosave.flush();
  expect(autosave.conflict.peek()?.theirs.changedBy).toBeNull();
  tell({ changedBy: 'Bob', changedAt: '2026-01-01T00:00:00.000Z' });
  await vi.waitFor(() => expect(autosave.conflict.peek()?.theirs.changedBy).toBe('Bob'));
  expect(autosave.conflict.peek()?.names).toEqual(['title']);
});
