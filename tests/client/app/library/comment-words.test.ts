import { expect, test } from 'vitest';
import { commentWords } from '#client/app/library/comment-words.ts';

test('a card says how many comments there are, and how many threads nobody has settled', () => {
  expect(commentWords({ commentCount: 1, openCommentCount: 0 })).toBe('1 comment');
  expect(commentWords({ commentCount: 1, openCommentCount: 1 })).toBe('1 comment, 1 open');
  expect(commentWords({ commentCount: 12, openCommentCount: 3 })).toBe('12 comments, 3 open');
});
