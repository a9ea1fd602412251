import { expect, test } from 'vitest';
import { linksOf } from '#client/app/library/copy-links.ts';

test('links of several videos are a line each, as they can be pasted into a mail', () => {
  const videos = [{ shortId: 'one' }, { shortId: 'two' }];
  expect(linksOf(videos, 'https://lockstep.test')).toBe(
    'https://lockstep.test/v/one\nhttps://lockstep.test/v/two',
  );
});
