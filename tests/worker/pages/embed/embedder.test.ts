import { describe, expect, test } from 'vitest';
import { frameAncestorsOf, isOutsider, isOutsiderOrigin } from '#worker/pages/embed/embedder.ts';

const OWN = ['lockstep.example'];

describe('frame-ancestors', () => {
  test('are we ourselves where no site is listed', () => {
    expect(frameAncestorsOf([])).toBe("'self'");
  });

  test('are the listed sites, and localhost on any port', () => {
    expect(frameAncestorsOf(['example.com', '*.example.org', 'localhost'])).toBe(
      "'self' example.com *.example.org http://localhost:* https://localhost:*",
    );
  });

  test('are all where all are listed', () => {
    expect(frameAncestorsOf(['*'])).toBe("'self' *");
  });
});

describe('a page that frames us is an outsider', () => {
  test.each([
    ['https://example.com/a/page', ['example.com'], false],
    ['https://EXAMPLE.com:8443/', ['example.com'], false],
    ['https://www.example.com/', ['example.com'], true],
    ['https://www.example.com/', ['*.example.com'], false],
    ['https://a.b.example.com/', ['*.example.com'], false],
    ['https://example.com/', ['*.example.com'], true],
    ['https://evilexample.com/', ['*.example.com'], true],
    ['https://example.com.evil.test/', ['example.com'], true],
    ['https://anywhere.test/', ['*'], false],
    ['https://anywhere.test/', [], true],
    ['https://lockstep.example/embed/test', [], false],
  ])('%s with %j listed: %s', (referer, domains, isOut) => {
    expect(isOutsider(referer, OWN, domains)).toBe(isOut);
  });

  test('nobody is one who does not say where they come from: the browser is told by the policy', () => {
    expect(isOutsider(undefined, OWN, [])).toBe(false);
    expect(isOutsider('not an address', OWN, [])).toBe(false);
  });
});

test('a page without an origin of its own is listed only where all are', () => {
  expect(isOutsiderOrigin('null', OWN, ['example.com'])).toBe(true);
  expect(isOutsiderOrigin('null', OWN, ['*'])).toBe(false);
  expect(isOutsiderOrigin('https://example.com', OWN, ['example.com'])).toBe(false);
  expect(isOutsiderOrigin('https://lockstep.example', OWN, [])).toBe(false);
  expect(isOutsiderOrigin(undefined, OWN, [])).toBe(false);
});
