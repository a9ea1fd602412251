import { normaliseAudioEntry, audioChildrenStart } from './audio-entry.ts';
import { type Box, childBoxes, findBox } from './box.ts';
import { ByteReader } from './byte-reader.ts';
import { av1Codec, avcCodec, hevcCodec, mp4aCodec, vpCodec } from './codec-string.ts';
import { openFullBox } from './full-box.ts';
import { damaged } from './media-error.ts';

/** What a track's samples are. `description` is the stsd box to put into an init segment. */
export type SampleEntry = {
  format: string;
  codec: string;
  entryCount: number;
  width: number;
  height: number;
  description: Uint8Array;
};

const VISUAL_CHILDREN_AT = 78;
const ENCODED_WIDTH_AT = 24;

export function readSampleEntry(bytes: Uint8Array, stsd: Box, kind: 'video' | 'audio'): SampleEntry {
  const { reader } = openFullBox(bytes, stsd);
  const entryCount = reader.u32();
  const entry = childBoxes(bytes, reader.position, stsd.end).next().value;
  if (!entry) throw damaged('a track does not say what it contains');
  const base = { format: entry.type, entryCount };
  if (kind === 'video') {
    const size = new ByteReader(bytes, entry.body + ENCODED_WIDTH_AT, entry.end);
    const children = { ...entry, body: entry.body + VISUAL_CHILDREN_AT };
    const codec = codecOf(bytes, entry.type, children);
    const description = bytes.slice(stsd.start, stsd.end);
    return { ...base, codec, width: size.u16(), height: size.u16(), description };
  }
  const children = { ...entry, body: audioChildrenStart(bytes, entry) };
  const codec = codecOf(bytes, entry.type, findBox(bytes, children, 'wave') ?? children);
  const description = normaliseAudioEntry(bytes, entry) ?? bytes.slice(stsd.start, stsd.end);
  return { ...base, codec, width: 0, height: 0, description };
}

/** The codec's name; a format without a configuration this module reads keeps its four letters. */
function codecOf(bytes: Uint8Array, format: string, parent: Box): string {
  for (const child of childBoxes(bytes, parent.body, parent.end)) {
    const config = new ByteReader(bytes, child.body, child.end);
    if (child.type === 'avcC') return avcCodec(format, config);
    if (child.type === 'hvcC') return hevcCodec(format, config);
    if (child.type === 'av1C') return av1Codec(config);
    if (child.type === 'vpcC') return vpCodec(format, config);
    if (child.type === 'esds') return mp4aCodec(config);
    if (child.type === 'dOps') return 'opus';
    if (child.type === 'dfLa') return 'flac';
  }
  return format.trim();
}
