import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEmbedOptions } from '#worker/pages/embed/embed-options.ts';

const parse = (query: string) => parseEmbedOptions(new URLSearchParams(query));
const USUAL = {
  startSeconds: null,
  isAutoplay: false,
  isMuted: false,
  isLooping: false,
  hasControls: true,
  captions: null,
  language: null,
  accent: null,
  hasChapters: true,
  hasComments: true,
  screening: null,
  linkToken: null,
};

describe('what an embed’s address asks for', () => {
  test('is as usual where nothing is said', () => {
    expect(parse('')).toEqual(USUAL);
  });

  test('is taken, all of it', () => {
    const query =
      't=1m23s&autoplay=1&muted=true&loop&controls=0&cc=de&lang=pt-BR&color=ff8800&chapters=0&comments=false' +
      `&screening=abcdefghijk&link=${'a'.repeat(24)}`;
    expect(parse(query)).toEqual({
      startSeconds: 83,
      isAutoplay: true,
      isMuted: true,
      isLooping: true,
      hasControls: false,
      captions: 'de',
      language: 'pt-BR',
      accent: '#ff8800',
      hasChapters: false,
      hasComments: false,
      screening: 'abcdefghijk',
      linkToken: 'a'.repeat(24),
    });
  });

  test.each([
    ['83', 83],
    ['83.5', 83.5],
    ['1h', 3600],
    ['1h2m3s', 3723],
    ['0', 0],
    ['100h', 360_000],
    ['101h', null],
    ['', null],
    ['s', null],
    ['-5', null],
    ['1e3', null],
    ['1m 2s', null],
  ])('begins at t=%s', (t, seconds) => {
    expect(parse(`t=${encodeURIComponent(t)}`).startSeconds).toBe(seconds);
  });

  test.each([
    ['1', 'on'],
    ['', 'on'],
    ['0', null],
    ['en', 'en'],
    ['not a language', null],
  ])('shows captions for cc=%s', (cc, captions) => {
    expect(parse(`cc=${cc}`).captions).toBe(captions);
  });

  test('names a screening by room, too, and by its id', () => {
    const id = '0190b2f4-3c8e-7a3b-9f00-000000000001';
    expect(parse(`room=${id}`).screening).toBe(id);
    expect(parse('room=abcdefghijk&screening=zzzzzzzzzzz').screening).toBe('zzzzzzzzzzz');
    expect(parse('screening=../x').screening).toBeNull();
  });

  test('is left aside where it is unknown, malformed or endless', () => {
    const junk = `theme=dark&t=${'9'.repeat(100)}&autoplay=yes&color=red&lang=${'a'.repeat(5000)}&link=short`;
    expect(parse(junk)).toEqual(USUAL);
  });

  test('never fails, whatever is said', () => {
    const names = fc.constantFrom('t', 'cc', 'lang', 'color', 'screening', 'room', 'link', 'loop', 'x');
    const query = fc.array(fc.tuple(names, fc.string({ maxLength: 80 })));
    fc.assert(
      fc.property(query, (pairs) => {
        const { accent, startSeconds, language } = parseEmbedOptions(new URLSearchParams(pairs));
        expect(accent === null || /^#[0-9a-f]{6}$/.test(accent)).toBe(true);
        expect(startSeconds === null || (startSeconds >= 0 && startSeconds <= 360_000)).toBe(true);
        expect(language === null || language.length < 30).toBe(true);
      }),
    );
  });
});
