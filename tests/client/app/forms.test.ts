import { describe, expect, test } from 'vitest';
import { nextAddress } from '#client/app/sign-in/next-address.ts';
import { sentenceIn } from '#client/app/upload/problem-boundary.ts';
import { describeBytes, percentOf, quarterOf } from '#client/app/upload/upload-state.ts';

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

describe('progress of an upload', () => {
  test('in words and numbers', () => {
    expect([describeBytes(3_200_000, 9_800_000), describeBytes(1.5e9, 4e9)]).toEqual([
      '3.2 of 9.8 MB',
      '1.5 of 4.0 GB',
    ]);
    expect([percentOf(0, 0), percentOf(999, 1000), percentOf(1000, 1000)]).toEqual([0, 99, 100]);
    expect([3, 25, 74, 99, 100].map(quarterOf)).toEqual([0, 25, 50, 75, 100]);
  });

  test('a refusal is shown in the server’s words, anything else is not', () => {
    expect(sentenceIn('{"detail":"This is not a video."}')).toBe('This is not a video.');
    for (const body of [undefined, '', '<html>', '{}', 'null', '{"detail":4}'])
      expect(sentenceIn(body)).toBeUndefined();
  });
});
