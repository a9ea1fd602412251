import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, writeExport } from '#worker/social/export/formats.ts';
import { furnishedCut } from './said.ts';

const RATES = [
  ['25', { num: 25, den: 1 }],
  ['29.97', { num: 30_000, den: 1001 }],
] as const;

// Written anew by `vitest -u`: then look at what changed, and import it where it is meant for.
describe.each(RATES)('at %s', (name, rate) => {
  test.each(EXPORT_FORMATS)('%s is written as it was', async (format) => {
    const file = writeExport(format, furnishedCut(rate));
    await expect(file?.text).toMatchFileSnapshot(
      path.join(import.meta.dirname, 'golden', `${name}.${format}`),
    );
  });
});
