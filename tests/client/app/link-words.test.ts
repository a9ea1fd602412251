import { expect, test } from 'vitest';
import {
  draftOf,
  isOver,
  nameOf,
  termsOf,
  usesOf,
  whyEnded,
  type Link,
} from '#client/app/watch/links/link-words.ts';

const link: Link = {
  id: '019aa0c0-0000-7000-8000-000000000001',
  role: 'comment',
  guests: 'named',
  label: null,
  hasPassword: true,
  expiresAt: null,
  maxUses: 1,
  useCount: 0,
  lastUsedAt: null,
  revokedAt: null,
  createdAt: '2026-06-15T12:00:00Z',
  createdBy: null,
  state: 'open',
  url: null,
};

test('a link in words', () => {
  expect(termsOf(link)).toEqual([
    'Watch and comment',
    'Who gives a name',
    'With a password',
    'For 1 browser',
  ]);
  expect(usesOf(link)).toBe('Not opened yet');
  expect(usesOf({ ...link, useCount: 2, lastUsedAt: link.createdAt })).toMatch(
    /^Opened 2 times, last on .*2026/,
  );
  expect(nameOf(link)).toMatch(/^Link of .*2026/);
  expect(nameOf({ ...link, label: 'For Bob' })).toBe('For Bob');
});

test('what lets nobody in says why, and what can be mended is not over', () => {
  expect(whyEnded(link)).toBeNull();
  expect([whyEnded({ ...link, state: 'revoked' }), isOver({ ...link, state: 'revoked' })]).toEqual([
    'Taken back',
    true,
  ]);
  expect(isOver({ ...link, state: 'maker-gone' })).toBe(false);
});

test('empty fields ask for nothing', () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    label: ' ',
    role: 'view',
    guests: 'anyone',
    days: '0',
    password: '',
    maxUses: '',
  }))
    form.set(name, value);
  const nothing = { label: null, password: null, expiresAt: null, maxUses: null };
  expect(draftOf(form, 0)).toEqual({ role: 'view', guests: 'anyone', ...nothing });
  form.set('days', '7');
  form.set('maxUses', '3');
  form.set('password', ' x ');
  expect(draftOf(form, 0)).toMatchObject({
    expiresAt: '1970-01-08T00:00:00.000Z',
    maxUses: 3,
    password: ' x ',
  });
});
