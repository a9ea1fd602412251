import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedStack } from '#tests/support/stack.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { ApiSession } from '../../worker/local/seed/api.ts';
import { CHAPTERS, COMMENTS, VIDEO } from '../../worker/local/seed/content.ts';
import { seedDemo } from '../../worker/local/seed/demo.ts';
import type { DemoState } from '../../worker/local/seed/state.ts';

const data = makeTempFolder();
const said: string[] = [];
let firstLink: string;

const seed = (): Promise<string> =>
  seedDemo({ origin: sharedStack().origin, dataDir: data.folder, say: (line) => said.push(line) });
const stateFile = join(data.folder, 'demo.json');
const readState = (): DemoState => JSON.parse(readFileSync(stateFile, 'utf8')) as DemoState;

beforeAll(async () => {
  firstLink = await seed();
});
afterAll(() => data.remove());

test('the link lands in a screening of a film with chapters and comments', async () => {
  const { origin } = sharedStack();
  const anybody = new ApiSession(origin);
  const { videoId, screeningShortId } = readState();
  expect(firstLink).toBe(`${origin}/s/${screeningShortId}`);
  expect((await anybody.send('GET', new URL(firstLink).pathname)).status).toBe(200);
  expect(await anybody.json('GET', `/api/videos/${videoId}`)).toMatchObject({
    ...VIDEO,
    processingStatus: 'complete',
    commentCount: COMMENTS.length,
    durationSeconds: expect.closeTo(30, 0) as number,
  });
  expect(await anybody.json('GET', `/api/videos/${videoId}/chapters`)).toMatchObject({ items: CHAPTERS });
});

test('seeding again changes nothing and says nothing', async () => {
  const before = { state: readState(), lineCount: said.length };
  expect(await seed()).toBe(firstLink);
  expect({ state: readState(), lineCount: said.length }).toEqual(before);
});

test('where the screening is gone the same film gets a new one', async () => {
  const before = readState();
  writeFileSync(stateFile, JSON.stringify({ ...before, screeningShortId: 'AAAAAAAAAAA' }));
  const link = await seed();
  expect(link).not.toBe(firstLink);
  expect(readState()).toEqual({ ...before, screeningShortId: link.split('/').at(-1) });
});

test('an interrupted seed goes on where it was', async () => {
  const { screeningShortId: _, ...before } = readState();
  writeFileSync(stateFile, JSON.stringify({ ...before, isComplete: false }));
  await seed();
  const { items } = await new ApiSession(sharedStack().origin).json<{ items: unknown[] }>(
    'GET',
    `/api/videos/${before.videoId}/comments`,
  );
  expect(items).toHaveLength(COMMENTS.length);
});

test('where nothing is remembered a new demo is made beside the old', async () => {
  const before = readState();
  rmSync(stateFile);
  await seed();
  expect(readState().videoId).not.toBe(before.videoId);
});
