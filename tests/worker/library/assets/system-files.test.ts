import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decideAssetKind } from '#worker/library/assets/asset-kind.ts';
import { readImageSize } from '#worker/library/assets/image-size.ts';
import { encodeGif } from '#worker/library/assets/system/gif.ts';
import { makeSystemFile, SYSTEM_FILES } from '#worker/library/assets/system/system-files.ts';
import { readGif } from './read-gif.ts';

const make = async (name: string): Promise<Uint8Array> => (await makeSystemFile(name)) ?? new Uint8Array(0);

test('each is what it says it is, and the same every time', async () => {
  const found = SYSTEM_FILES.map(async (name) => {
    const bytes = await make(name);
    expect(await make(name)).toBe(bytes);
    return [name, decideAssetKind(bytes, 'application/octet-stream'), readImageSize(bytes)];
  });
  expect(await Promise.all(found)).toEqual([
    ['colour-bars', { kind: 'taken', type: 'image', mimeType: 'image/png' }, { width: 1280, height: 720 }],
    [
      'countdown-leader',
      { kind: 'taken', type: 'image', mimeType: 'image/gif' },
      { width: 640, height: 360 },
    ],
    ['two-pop', { kind: 'taken', type: 'audio', mimeType: 'audio/wav' }, undefined],
  ]);
  for (const name of ['', 'constructor', '__proto__', 'colour-bars '])
    expect(await makeSystemFile(name)).toBeUndefined();
});

test('colour bars are eight of the same width in every row', async () => {
  const png = Buffer.from(await make('colour-bars'));
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  expect(rows.length).toBe(1281 * 720);
  for (const y of [0, 719])
    expect([0, 159, 160, 640, 1279].map((x) => rows[y * 1281 + 1 + x])).toEqual([0, 0, 1, 4, 7]);
});

test('the countdown has five frames of a second each, all different', async () => {
  const { frames } = readGif(await make('countdown-leader'));
  expect(frames.map(({ hundredths, pixels }) => [hundredths, pixels.length])).toEqual(
    Array.from({ length: 5 }, () => [100, 640 * 360]),
  );
  expect(new Set(frames.map(({ pixels }) => pixels.join(''))).size).toBe(5);
});

test('a GIF of any noise is read back as it was, also when the codes run out', () => {
  const size = { width: 200, height: 200 };
  let state = 7;
  const noise = Uint8Array.from(
    { length: 40_000 },
    () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 29,
  );
  const palette = [
    [0, 0, 0],
    [1, 1, 1],
    [2, 2, 2],
    [3, 3, 3],
  ] as const;
  const { frames } = readGif(encodeGif(size, palette, [noise, new Uint8Array(40_000)]));
  expect(frames.map(({ pixels }) => pixels)).toEqual([[...noise], [...new Uint8Array(40_000)]]);
});

test('the two-pop lasts two seconds and sounds for one frame', async () => {
  const wav = Buffer.from(await make('two-pop'));
  const loud = Array.from({ length: 96_000 }, (_, index) => wav.readInt16LE(44 + index * 2) !== 0);
  expect([
    wav.readUInt32LE(24),
    (wav.length - 44) / 2,
    loud.lastIndexOf(true) < 2000,
    loud.includes(true),
  ]).toEqual([48_000, 96_000, true, true]);
});
