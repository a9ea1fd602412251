import { expect, test } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import { nameFrom } from '#worker/accounts/account-rules-plugin.ts';
import { describeDevice } from '#worker/accounts/device.ts';
import { faceOfProvider, parseProviders } from '#worker/accounts/oauth-providers.ts';
import { parseToken } from '#worker/accounts/pending.ts';
import { writeLetter } from '#worker/mail/letter.ts';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  [`${MAC} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on macOS'],
  [`${MAC} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'Edge on macOS'],
  [`${MAC} Version/18.5 Safari/605.1.15`, 'Safari on macOS'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605 (KHTML) Version/18.5 Mobile Safari/604.1',
    'Safari on iPhone',
  ],
  ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox on Android'],
  ['curl/8.14.1', 'curl'],
  ['<script>', 'Unknown device'],
  ['', 'Unknown device'],
  [null, 'Unknown device'],
])('%j is called %s', (userAgent, device) => {
  expect(describeDevice(userAgent)).toBe(device);
});

const secret = { clientId: 'a', clientSecret: 'b' };

test('other sites are those of the setting, the known ones by their names', () => {
  const own = {
    id: 'acme',
    name: 'Acme',
    discoveryUrl: 'https://acme.example/.well-known/openid-configuration',
  };
  const setting = JSON.stringify([
    { id: 'github', ...secret },
    { ...own, ...secret },
  ]);
  expect(parseProviders(setting).map(faceOfProvider)).toEqual([
    { id: 'github', name: 'GitHub' },
    { id: 'acme', name: 'Acme' },
  ]);
  expect([undefined, '', '[]'].map(parseProviders)).toEqual([[], [], []]);
});

test.each(['{', '{}', '[{"id":"nobody","clientId":"a","clientSecret":"b"}]', '[{"id":"github"}]'])(
  'the setting %s is refused in words',
  (setting) => {
    expect(() => parseProviders(setting)).toThrow(/OAUTH_PROVIDERS/);
  },
);

test('a link carries an id and a secret, or nothing', () => {
  const [id, word] = ['019aa0c0-0000-7000-8000-000000000001', 'a-_'.repeat(10) + 'xy'];
  expect(parseToken(`${id}.${word}`)).toEqual({ id, secret: word });
  for (const token of [
    '',
    id,
    `${id}.`,
    `${id}.${word}x`,
    `${id}.${word}.x`,
    `x.${word}`,
    `${id}.${word.slice(1)}%`,
  ])
    expect(parseToken(token)).toBeUndefined();
});

test.each([
  ['Ada Lovelace', 'Ada Lovelace'],
  [' Ada\r\nBcc: eve@example.com', 'Ada Bcc: eve@example.com'],
  ['A\0d\ud800a', 'A d\ufffda'],
  ['\u0007', 'ada'],
  ['x'.repeat(1_000), 'x'.repeat(LIMITS.nameCharacters)],
])('another site’s name %j becomes %j: one line that can be stored and mailed', (given, name) => {
  expect(nameFrom(given, 'ada@example.com')).toBe(name);
});

test('a subject is one line, whatever it is made of', () => {
  const letter = { subject: 'Ada\r\nBcc: eve@example.com invites you', paragraphs: [], afterword: '' };
  expect(writeLetter('grace@example.com', letter).subject).toBe('Ada Bcc: eve@example.com invites you');
});
