import { BoxWriter } from './box-writer.ts';
import { type Box, findBox } from './box.ts';
import { ByteReader } from './byte-reader.ts';

/** Where the child boxes of an audio entry start, by the QuickTime version of its sound description. */
export function audioChildrenStart(bytes: Uint8Array, entry: Box): number {
  const version = new ByteReader(bytes, entry.body + 8, entry.end).u16();
  return entry.body + 28 + (version === 1 ? 16 : version === 2 ? 36 : 0);
}

/**
 * QuickTime files (every iPhone recording) describe AAC with sound descriptions of version 1 or 2, whose
 * fields browsers misread. The same facts in a plain ISO entry: an stsd box, or undefined where the file's
 * own is plain already or holds no esds to build on.
 */
export function normaliseAudioEntry(bytes: Uint8Array, entry: Box): Uint8Array | undefined {
  const reader = new ByteReader(bytes, entry.body, entry.end);
  const referenceIndex = reader.subarray(8);
  const version = reader.u16();
  const children = { ...entry, body: audioChildrenStart(bytes, entry) };
  const esds = findBox(bytes, children, 'esds') ?? findBox(bytes, children, 'wave', 'esds');
  if (!esds || (version === 0 && findBox(bytes, children, 'esds'))) return undefined;
  reader.skip(6);
  const sound = version === 2 ? readVersion2(reader) : readVersion0(reader);
  const writer = new BoxWriter();
  writer.fullBox('stsd', 0, 0, () => {
    writer.u32(1).box('mp4a', () => {
      writer.bytes(referenceIndex).u32(0).u32(0);
      writer
        .u16(sound.channels)
        .u16(16)
        .u32(0)
        .u32(sound.sampleRate * 0x10000);
      writer.bytes(bytes.subarray(esds.start, esds.end));
    });
  });
  return writer.take();
}

type Sound = { channels: number; sampleRate: number };

function readVersion0(reader: ByteReader): Sound {
  const channels = reader.u16();
  reader.skip(6);
  return { channels, sampleRate: reader.u16() };
}

/** Version 2 fills the plain fields with constants and keeps the truth in a larger struct behind them. */
function readVersion2(reader: ByteReader): Sound {
  reader.skip(16);
  const sampleRate = Math.round(reader.f64());
  const channels = reader.u32() & 0xffff;
  // 16.16 cannot say 96 kHz; zero means "see the esds", which is what decoders do anyway.
  return { channels, sampleRate: sampleRate > 0 && sampleRate < 0x10000 ? sampleRate : 0 };
}
