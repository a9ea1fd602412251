import { describe, expect, test } from 'vitest';
import { fullScreenKind } from '#client/player/full-screen.ts';
import { linkAt } from '#client/player/menus/link-at.ts';
import { nextItem } from '#client/player/menus/menu-keys.ts';
import { readPreferences } from '#client/player/preferences-boundary.ts';

describe('keys of a menu', () => {
  const labels = ['off', 'english', 'deutsch', 'español'];

  test.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 3, 0],
    ['ArrowUp', 0, 3],
    ['ArrowUp', -1, 3],
    ['Home', 2, 0],
    ['End', 0, 3],
    ['e', 0, 1],
    ['E', 1, 3],
    ['x', 1, -1],
    ['F5', 1, -1],
  ])('%s on line %i leads to %i', (key, focused, line) => {
    expect(nextItem(key, focused, labels)).toBe(line);
  });

  test('in an empty menu nothing leads anywhere', () => {
    expect(nextItem('ArrowDown', -1, [])).toBe(-1);
  });
});

describe('a link to what is shown', () => {
  const link = 'https://l.test/v/abc?x=1&t=7';

  test('names the frame while the picture stands still', () => {
    expect(linkAt(link, { seconds: 83.46, frame: 2003 })).toBe('https://l.test/v/abc?x=1&f=2003');
  });

  test('names the second while it runs, and where frames have no numbers', () => {
    expect(linkAt(`${link}&f=3`, { seconds: 83.46, frame: null })).toBe('https://l.test/v/abc?x=1&t=83');
  });
});

describe('full screen is', () => {
  test.each([
    ['the player’s own where there is one', { hasFullscreen: true, isInFrame: true }, 'element'],
    ['filling the page on a phone that has none', { isInFrame: false }, 'fill'],
    ['the video’s own in a frame of such a phone', { isInFrame: true }, 'native'],
    ['nothing where there is none at all', { isInFrame: true, hasNative: false }, 'none'],
  ])('%s', (_what, facts, kind) => {
    expect(
      fullScreenKind({ hasFullscreen: false, hasNative: true, ...facts } as Parameters<
        typeof fullScreenKind
      >[0]),
    ).toBe(kind);
  });
});

test('what a browser has kept is taken as far as it makes sense', () => {
  const none = {
    captions: null,
    captionSize: 'medium',
    captionBackground: 'box',
    areLettersOff: false,
    isSilent: false,
  };
  for (const text of [null, '', '{', '7', 'null', '{"captions":7,"captionSize":"vast","areLettersOff":1}'])
    expect(readPreferences(text)).toEqual(none);
  const kept = {
    captions: 'de',
    captionSize: 'huge',
    captionBackground: 'none',
    areLettersOff: true,
    isSilent: true,
  };
  expect(readPreferences(JSON.stringify({ ...kept, more: 1 }))).toEqual(kept);
});
