import { describe, expect, test } from 'vitest';
import { nextAddress } from '#client/app/sign-in/next-address.ts';
import { sentenceIn } from '#client/app/studio/upload/problem-boundary.ts';

describe('after signing in', () => {
  const origin = 'https://lockstep.example';
  test.each([
    ['?next=/upload', '/upload'],
    ['?next=/v/abc%3Ft%3D8', '/v/abc?t=8'],
    ['', '/'],
    ['?next=https://evil.example/', '/'],
    ['?next=//evil.example/', '/'],
    ['?next=/\\evil.example', '/'],
    ['?next=javascript:alert(1)', '/'],
    // What is no other site yet becomes one once its dots are followed.
    ['?next=/.//evil.example', '/'],
    ['?next=/v/..//evil.example', '/'],
    ['?next=/%2509/evil.example', '/%09/evil.example'],
    ['?next=/%09/evil.example', '/'],
  ])('%s leads to %s, and never off the site', (search, address) => {
    expect(nextAddress(search, origin)).toBe(address);
  });
});

test('of a refused upload the server’s words are shown, anything else is not', () => {
  expect(sentenceIn('{"detail":"This is not a video."}')).toBe('This is not a video.');
  for (const body of [undefined, '', '<html>', '{}', 'null', '{"detail":4}'])
    expect(sentenceIn(body)).toBeUndefined();
});
