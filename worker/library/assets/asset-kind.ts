import { recogniseSignature } from '#worker/media/mp4/signature.ts';

export const ASSET_TYPES = ['image', 'video', 'audio', 'document', 'other'] as const;
export type AssetType = (typeof ASSET_TYPES)[number];

/** What a file is by its first bytes, or why it is not taken, in words for who sent it. */
export type AssetKind =
  { kind: 'taken'; type: AssetType; mimeType: string } | { kind: 'refused'; reason: string };

/**
 * The first bytes decide, not the name and not what was declared. What would run somewhere is refused, and so is what
 * contradicts its declared type: somebody has picked another file than they meant to.
 */
export function decideAssetKind(head: Uint8Array, declaredType: string): AssetKind {
  const text = String.fromCharCode(...head.subarray(0, 1024));
  const program = PROGRAMS.find(([magic]) => text.startsWith(magic))?.[1];
  if (program) return refused(`The file is a ${program}. Programs are not kept here.`);
  const found = recognise(head, text, declaredType);
  const declared = typeOf(declaredType);
  if (/^image\/svg/i.test(declaredType) && found.type === 'document')
    return refused('An SVG can hold scripts and is not taken as a picture. Export it as PNG or WebP.');
  if (declared !== undefined && declared !== found.type)
    return refused(
      `The file was declared as ${declaredType}, but by its first bytes it is ${found.mimeType}.`,
    );
  return { kind: 'taken', ...found };
}

const refused = (reason: string): AssetKind => ({ kind: 'refused', reason });
const as = (type: AssetType, mimeType: string) => ({ type, mimeType });

const PROGRAMS: readonly (readonly [magic: string, name: string])[] = [
  ['MZ', 'Windows program'],
  ['\x7fELF', 'Linux program'],
  ['\xcf\xfa\xed\xfe', 'macOS program'],
  ['\xce\xfa\xed\xfe', 'macOS program'],
  ['\xca\xfe\xba\xbe', 'macOS or Java program'],
  ['#!', 'script'],
  ['\0asm', 'WebAssembly program'],
];

/** What is said of an asset until its bytes have come. */
export const declaredAssetType = (mimeType: string): AssetType => typeOf(mimeType.toLowerCase()) ?? 'other';

/** Undefined where the declaration says nothing that could be contradicted. */
function typeOf(mimeType: string): AssetType | undefined {
  const family = /^(image|video|audio)\//.exec(mimeType)?.[1];
  if (family !== undefined) return family as AssetType;
  return mimeType === 'application/pdf' || mimeType.startsWith('text/') ? 'document' : undefined;
}

function recognise(head: Uint8Array, text: string, declaredType: string) {
  const signature = recogniseSignature(head);
  if (signature.kind === 'mp4')
    return declaredType.startsWith('audio/') || text.slice(8, 11) === 'M4A'
      ? as('audio', 'audio/mp4')
      : as('video', 'video/mp4');
  if (signature.kind === 'image')
    return as('image', signature.name === 'HEIF' ? heifType(text) : `image/${signature.name.toLowerCase()}`);
  if (signature.kind === 'audio') return as('audio', AUDIO[signature.name] ?? 'audio/mpeg');
  if (signature.kind === 'container') {
    if (signature.name === 'Ogg' && !declaredType.startsWith('video/')) return as('audio', 'audio/ogg');
    if (signature.name === 'WebM' && declaredType.startsWith('audio/')) return as('audio', 'audio/webm');
    return as('video', CONTAINERS[signature.name] ?? 'video/mp2t');
  }
  if (text.startsWith('%PDF-')) return as('document', 'application/pdf');
  if (/^\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]/.test(text)) return as('audio', 'audio/mpeg');
  if (text.startsWith('PK\x03\x04')) return as('other', 'application/zip');
  return isText(head) ? as('document', 'text/plain') : as('other', 'application/octet-stream');
}

const heifType = (text: string): string => (text.startsWith('avi', 8) ? 'image/avif' : 'image/heic');

const AUDIO: Record<string, string> = { WAV: 'audio/wav', MP3: 'audio/mpeg', FLAC: 'audio/flac' };
const CONTAINERS: Record<string, string> = {
  WebM: 'video/webm',
  'Matroska (.mkv)': 'video/x-matroska',
  AVI: 'video/x-msvideo',
  'Flash video (.flv)': 'video/x-flv',
  'Windows Media (.wmv)': 'video/x-ms-wmv',
  Ogg: 'video/ogg',
  'MPEG program stream (.mpg)': 'video/mpeg',
};

/** UTF-8 without control characters but white space; a character cut off at the end of the head is forgiven. */
function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(head, { stream: true });
    // eslint-disable-next-line no-control-regex
    return !/[\x00-\x08\x0e-\x1f]/.test(text);
  } catch {
    return false;
  }
}
