import { describe, expect, test } from 'vitest';
import { fitSize, frameMarkup, parseShown, posterSize } from '#worker/pages/embed/oembed.ts';
import { spokenLength } from '#worker/pages/embed/spoken-length.ts';

const ORIGIN = 'https://lockstep.example';
const shown = (path: string) => parseShown(new URL(path, ORIGIN).href, [ORIGIN]);

describe('an address that is to be embedded', () => {
  test.each([
    ['/v/abcdefghijk', { kind: 'video', shortId: 'abcdefghijk' }],
    ['/v/abcdefghijk?t=5#x', { kind: 'video', shortId: 'abcdefghijk' }],
    ['/v/abcdefghijk/', { kind: 'video', shortId: 'abcdefghijk' }],
    ['/embed/abcdefghijk', { kind: 'video', shortId: 'abcdefghijk' }],
    ['/s/abcdefghijk', { kind: 'screening', shortId: 'abcdefghijk' }],
    [`/w/${'a'.repeat(24)}`, { kind: 'link' }],
    ['/', undefined],
    ['/v/short', undefined],
    ['/v/abcdefghijk/more', undefined],
    ['/constructor/abcdefghijk', undefined],
  ])('%s', (path, what) => {
    expect(shown(path)).toEqual(what);
  });

  test('is one of ours, or none', () => {
    expect(parseShown('https://elsewhere.test/v/abcdefghijk', [ORIGIN])).toBeUndefined();
    expect(parseShown('abcdefghijk', [ORIGIN])).toBeUndefined();
    expect(parseShown('javascript:alert(1)', [ORIGIN])).toBeUndefined();
  });
});

describe('the frame', () => {
  const wide = { width: 1920, height: 1080 };
  test.each([
    [wide, {}, { width: 640, height: 360 }],
    [wide, { maxwidth: 320 }, { width: 320, height: 180 }],
    [wide, { maxheight: 90 }, { width: 160, height: 90 }],
    [wide, { maxwidth: 1000, maxheight: 90 }, { width: 160, height: 90 }],
    [{ width: 1080, height: 1920 }, { maxwidth: 360 }, { width: 360, height: 640 }],
    [{ width: null, height: null }, {}, { width: 640, height: 360 }],
    [wide, { maxwidth: 1 }, { width: 1, height: 1 }],
  ])('%j within %j is %j', (video, most, size) => {
    expect(fitSize(video, most)).toEqual(size);
  });

  test('lets no title out of its attribute', () => {
    const markup = frameMarkup({ src: 'https://x/?a=1&b=2', title: '"><script>', width: 1, height: 1 });
    expect(markup).toContain('title="&#34;&#62;&#60;script&#62;"');
    expect(markup).toContain('src="https://x/?a=1&#38;b=2"');
  });

  test('comes with a poster only where that is not too large', () => {
    expect(posterSize(wide, {})).toEqual({ width: 1280, height: 720 });
    expect(posterSize({ width: 320, height: 180 }, {})).toEqual({ width: 320, height: 180 });
    expect(posterSize(wide, { maxwidth: 640 })).toBeUndefined();
  });
});

test.each([
  [45, '45 seconds'],
  [60, '1 minute'],
  [596, '10 minutes'],
  [3600, '1 hour'],
  [3899, '1 hour 5 minutes'],
])('%d seconds are said as %s', (seconds, words) => {
  expect(spokenLength(seconds)).toBe(words);
});
