import { expect, test } from 'vitest';
import { canonicalTag, captionType } from '#client/app/studio/captions/language.ts';
import { showField } from '#client/app/studio/details/show-field.ts';
import { lineOf, tagsFault, tagsIn } from '#client/app/studio/details/tag-line.ts';
import { videoFault } from '#client/app/studio/details/video-edit.ts';
import { embedWords, policyWords } from '#client/app/studio/sharing/policy-words.ts';
import type { Organization } from '#client/app/shell/shell.ts';

test('tags in a line are each there once, without blanks', () => {
  expect(tagsIn(' one, two,,one , three ')).toEqual(['one', 'two', 'three']);
  expect(lineOf(['one', 'two'])).toBe('one, two');
  expect(tagsFault(['x'.repeat(51)])).toMatch(/50 characters/);
  expect(tagsFault(Array.from({ length: 51 }, (_, index) => `t${index}`))).toMatch(/At most 50/);
});

test('a video without a title is not saved', () => {
  const visibility = 'private' as const;
  const fields = { title: 'T', description: null, visibility, tags: [], channelId: null, embedDomains: null };
  expect(videoFault(fields)).toBeUndefined();
  expect(videoFault({ ...fields, title: '  ' })).toMatch(/title/);
});

test('which sites may embed a video is said in words where two lists stand beside each other', () => {
  expect(showField('embedDomains', null)).toBe('Those its organization allows');
  expect(showField('embedDomains', [])).toBe('No other site');
  expect(showField('embedDomains', ['example.com', '*.example.org'])).toBe('example.com, *.example.org');
});

test.each([
  ['captions.vtt', 'WEBVTT\n\n', 'text/vtt'],
  ['captions.txt', '\uFEFFWEBVTT - English\n', 'text/vtt'],
  ['captions.srt', '1\n00:00:01,000 --> 00:00:02,000\nHello\n', 'application/x-subrip'],
  ['captions.txt', '1\r\n00:00:01,000 --> 00:00:02,000\r\nHello\r\n', 'application/x-subrip'],
  ['letter.txt', 'Dear all', undefined],
])('%s beginning with %j is %s', (name, text, type) => {
  expect(captionType(name, text)).toBe(type);
});

test.each([
  ['en', 'en'],
  ['pt-br', 'pt-BR'],
  [' DE ', 'de'],
  ['english', undefined],
  ['', undefined],
])('the language %j is %s', (text, tag) => {
  expect(canonicalTag(text)).toBe(tag);
});

test('what an organization asks of links and frames is said in sentences', () => {
  const settings = (part: Organization['settings']) => ({ settings: part }) as Organization;
  expect(policyWords(settings({}))).toEqual([]);
  expect(
    policyWords(settings({ linkPolicy: { isPasswordRequired: true, longestDays: 1, guests: 'accounts' } })),
  ).toEqual([
    'Every link needs a password.',
    'A link is good for 1 day at most.',
    'Links let in only who has an account.',
  ]);
  expect(embedWords(settings({}))).toMatch(/Only this site/);
  expect(embedWords(settings({ embedDomains: ['example.com', '*.example.org'] }))).toMatch(
    /example\.com, \*/,
  );
});
