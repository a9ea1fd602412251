import { expect, test } from 'vitest';
import { describeDecision } from '#client/app/watch/review/review-words.ts';
import { olderThan, type Version } from '#client/app/watch/review/version-stack.ts';

test('a decision says what, who and when; whoever is gone is somebody', () => {
  const by = { id: '1', name: 'Ann' };
  expect(describeDecision({ status: 'approved', by }, '3 May')).toBe('Approved by Ann, 3 May');
  expect(describeDecision({ status: 'changes_requested', by: null }, '3 May')).toBe(
    'Changes requested by somebody, 3 May',
  );
});

test('older versions are those before, the newest of them first', () => {
  const versions = [1, 3, 2].map((number) => ({ version: { number } }) as Version);
  expect(olderThan(versions, 3).map(({ version }) => version.number)).toEqual([2, 1]);
  expect(olderThan(versions, 1)).toEqual([]);
});
