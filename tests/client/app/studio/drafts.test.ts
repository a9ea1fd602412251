import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftKeeper } from '#client/app/studio/saving/draft-boundary.ts';

type Words = { title: string };

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  });
});
afterEach(() => void vi.unstubAllGlobals());

const keeperOf = (userId: string) =>
  createDraftKeeper<Words>({ userId, name: 'video:1' }, (fields): fields is Words => fields !== null);
const draft = { base: { title: 'One' }, draft: { title: 'Two' } };

test('what could not be sent is found again by who wrote it', () => {
  keeperOf('ann').keep(draft);
  expect(keeperOf('ann').read()).toEqual(draft);
});

test('who signs in after them in the same browser neither sees it nor sends it in their own name', () => {
  keeperOf('ann').keep(draft);
  expect(keeperOf('ben').read()).toBeNull();
  keeperOf('ben').clear();
  expect(keeperOf('ann').read()).toEqual(draft);
});
