/** What a file is by its first bytes (64 KiB are plenty). Its name and declared type have no say. */
export type Signature =
  | { kind: 'mp4' }
  | { kind: 'container'; name: string }
  | { kind: 'image'; name: string }
  | { kind: 'audio'; name: string }
  | { kind: 'unknown' };

const MP4_FIRST_BOXES = new Set([
  'ftyp',
  'moov',
  'mdat',
  'free',
  'skip',
  'wide',
  'pnot',
  'uuid',
  'styp',
  'sidx',
  'moof',
]);
const IMAGE_BRANDS = new Set(['heic', 'heix', 'mif1', 'msf1', 'avif', 'avis']);

export function recogniseSignature(head: Uint8Array): Signature {
  const text = String.fromCharCode(...head.subarray(0, 256));
  if (MP4_FIRST_BOXES.has(text.slice(4, 8))) {
    return IMAGE_BRANDS.has(text.slice(8, 12)) ? { kind: 'image', name: 'HEIF' } : { kind: 'mp4' };
  }
  if (isTransportStream(head)) return { kind: 'container', name: 'MPEG transport stream (.ts)' };
  return MAGIC.find(({ matches }) => matches(text))?.signature ?? { kind: 'unknown' };
}

/** Transport streams have no magic, but a sync byte every 188 bytes (192 in .m2ts, after four). */
function isTransportStream(head: Uint8Array): boolean {
  const spaced = (start: number, step: number): boolean =>
    [0, 1, 2].every((packet) => head[start + packet * step] === 0x47);
  return spaced(0, 188) || spaced(4, 192);
}

type Magic = { matches: (text: string) => boolean; signature: Signature };
const at =
  (offset: number, magic: string) =>
  (text: string): boolean =>
    text.startsWith(magic, offset);
const container = (name: string): Signature => ({ kind: 'container', name });
const image = (name: string): Signature => ({ kind: 'image', name });
const audio = (name: string): Signature => ({ kind: 'audio', name });
const EBML = '\x1a\x45\xdf\xa3';

const MAGIC: Magic[] = [
  { matches: (text) => text.startsWith(EBML) && text.includes('webm'), signature: container('WebM') },
  { matches: at(0, EBML), signature: container('Matroska (.mkv)') },
  { matches: (text) => at(0, 'RIFF')(text) && at(8, 'AVI ')(text), signature: container('AVI') },
  { matches: (text) => at(0, 'RIFF')(text) && at(8, 'WAVE')(text), signature: audio('WAV') },
  { matches: (text) => at(0, 'RIFF')(text) && at(8, 'WEBP')(text), signature: image('WebP') },
  { matches: at(0, 'FLV'), signature: container('Flash video (.flv)') },
  { matches: at(0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11'), signature: container('Windows Media (.wmv)') },
  { matches: at(0, 'OggS'), signature: container('Ogg') },
  { matches: at(0, '\x00\x00\x01\xba'), signature: container('MPEG program stream (.mpg)') },
  { matches: at(0, '\xff\xd8\xff'), signature: image('JPEG') },
  { matches: at(0, '\x89PNG'), signature: image('PNG') },
  { matches: at(0, 'GIF8'), signature: image('GIF') },
  { matches: at(0, 'ID3'), signature: audio('MP3') },
  { matches: at(0, 'fLaC'), signature: audio('FLAC') },
];
