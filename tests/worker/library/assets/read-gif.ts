/** Reads the GIFs that the product writes, independently of its writer: one size, no local palettes. */
export function readGif(bytes: Uint8Array): { frames: { hundredths: number; pixels: number[] }[] } {
  let at = 13 + 3 * 2 ** (((bytes[10] ?? 0) & 7) + 1);
  const frames: { hundredths: number; pixels: number[] }[] = [];
  let hundredths = 0;
  for (;;) {
    const kind = bytes[at];
    if (kind === 0x3b) return { frames };
    if (kind === 0x21) {
      hundredths = (bytes[at + 4] ?? 0) | ((bytes[at + 5] ?? 0) << 8);
      at += 8;
    } else if (kind === 0x2c) {
      const codeBits = bytes[at + 10] ?? 0;
      const data: number[] = [];
      at += 11;
      for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) {
        data.push(...bytes.subarray(at + 1, at + 1 + length));
        at += 1 + length;
      }
      at += 1;
      frames.push({ hundredths, pixels: decompress(data, codeBits) });
    } else throw new Error(`no block begins with ${kind}`);
  }
}

function decompress(data: number[], codeBits: number): number[] {
  const clear = 2 ** codeBits;
  const pixels: number[] = [];
  let table: number[][] = [];
  let width = codeBits + 1;
  let last: number[] | undefined;
  for (let bit = 0; ; bit += 0) {
    let code = 0;
    for (let index = 0; index < width; index += 1, bit += 1)
      code |= (((data[bit >> 3] ?? 0) >> (bit & 7)) & 1) << index;
    if (code === clear) {
      table = Array.from({ length: clear + 2 }, (_, index) => [index]);
      [width, last] = [codeBits + 1, undefined];
      continue;
    }
    if (code === clear + 1) return pixels;
    const known = table[code] ?? (last && [...last, last[0] ?? 0]);
    if (!known || code > table.length) throw new Error(`the code ${code} is not known yet`);
    pixels.push(...known);
    if (last && table.length < 4096) table.push([...last, known[0] ?? 0]);
    if (table.length === 2 ** width && width < 12) width += 1;
    last = known;
  }
}
