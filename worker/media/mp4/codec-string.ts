import type { ByteReader } from './byte-reader.ts';

/** RFC 6381 names, as MediaSource and HLS want them, from the configuration boxes of a sample entry. */

const hex2 = (value: number): string => value.toString(16).padStart(2, '0');
const dec2 = (value: number): string => String(value).padStart(2, '0');

/** avcC: profile, constraints and level stand in its first bytes. */
export function avcCodec(format: string, config: ByteReader): string {
  config.skip(1);
  return `${format}.${hex2(config.u8())}${hex2(config.u8())}${hex2(config.u8())}`;
}

/** hvcC: ISO 14496-15 annex E. */
export function hevcCodec(format: string, config: ByteReader): string {
  config.skip(1);
  const head = config.u8();
  const compatibility = reverseBits(config.u32());
  const constraints = [...config.subarray(6)];
  const level = config.u8();
  while (constraints.at(-1) === 0) constraints.pop();
  const space = ['', 'A', 'B', 'C'][head >> 6] ?? '';
  const tier = head & 0x20 ? 'H' : 'L';
  const parts = [format, `${space}${head & 0x1f}`, compatibility.toString(16), `${tier}${level}`];
  return [...parts, ...constraints.map((byte) => byte.toString(16).toUpperCase())].join('.');
}

export function av1Codec(config: ByteReader): string {
  config.skip(1);
  const head = config.u8();
  const flags = config.u8();
  const depth = flags & 0x40 ? (flags & 0x20 ? 12 : 10) : 8;
  return `av01.${head >> 5}.${dec2(head & 0x1f)}${flags & 0x80 ? 'H' : 'M'}.${dec2(depth)}`;
}

export function vpCodec(format: string, config: ByteReader): string {
  config.skip(4);
  const profile = config.u8();
  const level = config.u8();
  return `${format}.${dec2(profile)}.${dec2(level)}.${dec2(config.u8() >> 4)}`;
}

/** esds: walks the MPEG-4 descriptors to the object type and, for MPEG-4 audio, the audio object type. */
export function mp4aCodec(config: ByteReader): string {
  config.skip(4);
  let objectType = 0;
  let audioObjectType = 0;
  while (config.remaining > 1) {
    const tag = config.u8();
    const length = descriptorLength(config);
    if (tag === 3) skipElementaryStreamHead(config);
    else if (tag === 4) {
      objectType = config.u8();
      config.skip(12);
    } else if (tag === 5) {
      const head = config.u8();
      audioObjectType = head >> 3 === 31 ? 32 + (((head & 7) << 3) | (config.u8() >> 5)) : head >> 3;
      break;
    } else config.skip(Math.min(length, config.remaining));
  }
  return objectType === 0x40 ? `mp4a.40.${audioObjectType}` : `mp4a.${hex2(objectType)}`;
}

function descriptorLength(config: ByteReader): number {
  let length = 0;
  for (let digits = 0; digits < 4; digits++) {
    const byte = config.u8();
    length = (length << 7) | (byte & 0x7f);
    if (!(byte & 0x80)) break;
  }
  return length;
}

function skipElementaryStreamHead(config: ByteReader): void {
  config.skip(2);
  const flags = config.u8();
  if (flags & 0x80) config.skip(2);
  if (flags & 0x40) config.skip(config.u8());
  if (flags & 0x20) config.skip(2);
}

function reverseBits(value: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 32; bit++) if (value & (1 << bit)) reversed |= 1 << (31 - bit);
  return reversed >>> 0;
}
