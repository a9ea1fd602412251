import { describe, expect, test } from 'vitest';
import { findLanguage, matchLanguage } from '#client/player/words/languages.ts';
import { EN } from '#client/player/words/messages.ts';
import { Words } from '#client/player/words/words.ts';
import { VERSION } from '#client/player/version.ts';
import manifest from '../../../package.json' with { type: 'json' };

describe('what the player says', () => {
  test('a language is found by its shorter forms, in any case of its letters', () => {
    const known = ['de', 'pt-BR', 'zh-Hant'];
    expect(['de-CH-1996', 'PT-br', 'zh-hant-TW', 'zh', ''].map((tag) => matchLanguage(tag, known))).toEqual([
      'de',
      'pt-BR',
      'zh-Hant',
      undefined,
      undefined,
    ]);
  });

  test('what is not spoken is said in English, with the numbers of a regional one', async () => {
    const spoken = await Promise.all(['de', 'en-GB', 'en-', 'no tag at all'].map(findLanguage));
    expect(spoken.map(({ language }) => language)).toEqual(['en', 'en-GB', 'en', 'en']);
    expect(new Words('en', {}).say('play')).toBe('Play');
  });

  test('numbers are the language’s, words that are filled in stay as they are', () => {
    const words = new Words('de', { 'markers.several': '{count} Kommentare: {first}' });
    expect(words.say('markers.several', { count: 1234, first: '{count}' })).toBe('1.234 Kommentare: {count}');
    expect(new Words().say('speed.value', { rate: 0.25 })).toBe('0.25×');
  });

  test('lengths are spoken without what is zero', () => {
    const words = new Words();
    expect([0, 61.9, 3723].map((seconds) => words.length(seconds))).toEqual([
      '0 seconds',
      '1 minute, 1 second',
      '1 hour, 2 minutes, 3 seconds',
    ]);
  });

  test('the pseudo-locale turns every word around, and nothing that is filled in', async () => {
    const { language, messages } = await findLanguage('ar-XB');
    const words = new Words(language, messages);
    expect(words.direction).toBe('rtl');
    expect(Object.keys(messages)).toEqual(Object.keys(EN));
    expect(words.say('context.link-at', { time: '1:23' })).toBe('\u202eCopy link at \u202c1:23');
  });
});

test('the version told is the package’s', () => {
  expect(VERSION).toBe(manifest.version);
});
