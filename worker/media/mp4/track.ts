import { type Box, findBox, getBox } from './box.ts';
import { type EditList, readEditList } from './edit-list.ts';
import { openFullBox } from './full-box.ts';
import { damaged } from './media-error.ts';
import { readSampleEntry, type SampleEntry } from './sample-entry.ts';

export type Track = {
  kind: 'video' | 'audio';
  isEnabled: boolean;
  timescale: number;
  /** Packed ISO 639-2, as mdhd has it. */
  language: number;
  /** The nine numbers of the display matrix, 36 bytes: this is where a phone says "turned by 90°". */
  matrix: Uint8Array;
  isTurned: boolean;
  /** 16.16 fixed, before turning, as tkhd has it. */
  displayWidth: number;
  displayHeight: number;
  edits: EditList;
  entry: SampleEntry;
  sampleTableBox: Box;
};

/** A track of pictures or sound; undefined for the rest (time codes, phone sensors, text). */
export function readTrack(bytes: Uint8Array, trak: Box, movieTimescale: number): Track | undefined {
  const handler = openFullBox(bytes, getBox(bytes, trak, 'mdia', 'hdlr')).reader;
  handler.skip(4);
  const type = handler.text(4);
  const kind = type === 'vide' ? 'video' : type === 'soun' ? 'audio' : undefined;
  const sampleTableBox = findBox(bytes, trak, 'mdia', 'minf', 'stbl');
  if (!kind || !sampleTableBox) return undefined;
  return {
    kind,
    ...readTrackHeader(bytes, getBox(bytes, trak, 'tkhd')),
    ...readMediaHeader(bytes, getBox(bytes, trak, 'mdia', 'mdhd')),
    edits: readEditList(bytes, trak, movieTimescale),
    entry: readSampleEntry(bytes, getBox(bytes, sampleTableBox, 'stsd'), kind),
    sampleTableBox,
  };
}

/** creation, modification, (id, reserved,) …: 32 or 64 bits wide by version. */
const timesBytes = (version: number): number => (version === 1 ? 16 : 8);

function readTrackHeader(bytes: Uint8Array, box: Box) {
  const { version, flags, reader } = openFullBox(bytes, box);
  reader.skip(timesBytes(version) + 8 + (version === 1 ? 8 : 4));
  reader.skip(16);
  const matrix = reader.subarray(36).slice();
  const view = new DataView(matrix.buffer);
  return {
    isEnabled: (flags & 1) === 1,
    matrix,
    isTurned: Math.abs(view.getInt32(4)) > Math.abs(view.getInt32(0)),
    displayWidth: reader.u32(),
    displayHeight: reader.u32(),
  };
}

function readMediaHeader(bytes: Uint8Array, box: Box) {
  const { version, reader } = openFullBox(bytes, box);
  reader.skip(timesBytes(version));
  const timescale = reader.u32();
  if (timescale === 0) throw damaged('a track has no timescale');
  reader.skip(version === 1 ? 8 : 4);
  return { timescale, language: reader.u16() };
}
