import { expect, test } from 'vitest';
import { writeLetter } from '#worker/mail/letter.ts';
import { parseMailUrl } from '#worker/mail/mail.ts';

test.each([
  ['outbox:', { kind: 'outbox' }],
  ['smtp://mail.example', { kind: 'smtp', host: 'mail.example', port: 587, isSecure: false }],
  [
    'smtps://ada:p%40ss@mail.example',
    {
      kind: 'smtp',
      host: 'mail.example',
      port: 465,
      isSecure: true,
      credentials: { username: 'ada', password: 'p@ss' },
    },
  ],
  ['smtp://mail.example:2525', { kind: 'smtp', host: 'mail.example', port: 2525, isSecure: false }],
  ['https://:key@api.example/emails', { kind: 'http', url: 'https://api.example/emails', token: 'key' }],
  ['https://key@api.example/emails', { kind: 'http', url: 'https://api.example/emails', token: 'key' }],
])('%s says how mails leave', (text, route) => {
  expect(parseMailUrl(text)).toEqual(route);
});

test.each(['', 'mail.example', 'http://api.example', 'smtp:', 'ftp://mail.example'])(
  '%j is refused in words',
  (text) => {
    expect(() => parseMailUrl(text)).toThrow(/MAIL_URL/);
  },
);

test('a letter says the same as text and as HTML, in which nothing anybody wrote is markup', () => {
  const url = 'https://lockstep.example/verify?token=a&b';
  const mail = writeLetter('ada@example.com', {
    subject: 'Hello <script>',
    paragraphs: ['From "Eve" <b>', 'Two'],
    action: { label: 'Go', url },
    afterword: 'Bye',
  });
  expect([mail.to, mail.subject, mail.text]).toEqual([
    'ada@example.com',
    'Hello <script>',
    `From "Eve" <b>\n\nTwo\n\nGo: ${url}\n\nBye`,
  ]);
  expect(mail.html).toContain('From &quot;Eve&quot; &lt;b&gt;');
  expect(mail.html).toContain('href="https://lockstep.example/verify?token=a&amp;b"');
  expect(mail.html).not.toMatch(/<script|<b>/);
});
