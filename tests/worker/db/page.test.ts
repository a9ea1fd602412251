import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '#worker/db/page.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

test('a cursor gives back what it was made from, and needs no escaping in an address', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const cursor = encodeCursor(value);
      expect(cursor).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(encodeURIComponent(cursor)).toBe(cursor);
      expect(JSON.stringify(decodeCursor(cursor, z.any()))).toBe(JSON.stringify(value));
    }),
  );
});

test.each([
  ['nothing', ''],
  ['no base64', '%%%'],
  ['no UTF-8', '_____w'],
  ['no JSON', btoa('{')],
  ['another list’s', encodeCursor([1, 2])],
  ['one value too few', encodeCursor(['2026-01-01T00:00:00.000Z'])],
])('a cursor that is %s is INVALID', (_, text) => {
  expect(() => decodeCursor(text, Cursor)).toThrow(
    expect.objectContaining({ code: 'INVALID', errors: [expect.objectContaining({ pointer: '/cursor' })] }),
  );
});

test('no text whatever does anything else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(() => decodeCursor(text, Cursor)).toThrow(expect.objectContaining({ code: 'INVALID' }));
    }),
  );
});
