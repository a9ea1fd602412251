import { expect, test } from 'vitest';
import { hostsFault, hostsIn } from '#client/ui/host-names.ts';

test('host names are taken by lines, commas and spaces', () => {
  expect(hostsIn('example.com, *.acme.org\n\nlocalhost;')).toEqual([
    'example.com',
    '*.acme.org',
    'localhost',
  ]);
});

test('what is no host name is named, before it is sent', () => {
  expect(hostsFault(['example.com', '*.acme.org', 'Blog.Example.com', 'localhost', '*'])).toBeUndefined();
  for (const odd of ['https://example.com', 'example.com/a', 'example', '*example.com', 'a..b'])
    expect(hostsFault(['example.com', odd])).toContain(`“${odd}”`);
  expect(hostsFault(Array.from({ length: 51 }, (_, n) => `a${n}.example.com`))).toMatch(/At most 50/);
});
