/** Bytes written by hand, so that nothing of the product's own says what they should be. */
export const bytesOf = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  );

const be = (value: number, length: number): number[] =>
  Array.from({ length }, (_, index) => Math.floor(value / 256 ** (length - 1 - index)) % 256);
const le = (value: number, length: number): number[] => be(value, length).reverse();

export const png = (width: number, height: number) =>
  bytesOf('\x89PNG\r\n\x1a\n', be(13, 4), 'IHDR', be(width, 4), be(height, 4), [8, 2, 0, 0, 0], be(0, 4));
export const gif = (width: number, height: number) =>
  bytesOf('GIF89a', le(width, 2), le(height, 2), [0x80, 0, 0], ';');
export const jpeg = (width: number, height: number) =>
  bytesOf(
    [0xff, 0xd8, 0xff, 0xe0, 0, 16],
    'JFIF\0',
    [1, 1, 0, 0, 1, 0, 1, 0, 0],
    // Filled up with a marker's first byte, as writers may.
    [0xff, 0xff, 0xe1, 0, 4, 0xff, 0xc0],
    [0xff, 0xc4, 0, 3, 0],
    [0xff, 0xc2, 0, 17, 8, ...be(height, 2), ...be(width, 2), 3],
  );
const riff = (chunk: string, data: number[]) =>
  bytesOf('RIFF', le(4 + 8 + data.length, 4), 'WEBP', chunk, le(data.length, 4), data);
export const webp = {
  lossy: (width: number, height: number) =>
    riff('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...le(width | 0x4000, 2), ...le(height, 2)]),
  lossless: (width: number, height: number) =>
    riff('VP8L', [0x2f, ...le(width - 1 + (height - 1) * 2 ** 14, 4)]),
  extended: (width: number, height: number) =>
    riff('VP8X', [0, 0, 0, 0, ...le(width - 1, 3), ...le(height - 1, 3)]),
};
