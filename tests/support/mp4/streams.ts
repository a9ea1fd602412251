import { findAll, type Found, listBoxes } from './boxes.ts';

/** One sample as a demuxer hands it out: its bytes and its times in ticks of its track. */
export type Sample = { decodeTicks: number; compositionTicks: number; isSync: boolean; bytes: Uint8Array };
export type Stream = { kind: 'video' | 'audio'; timescale: number; editTicks: number; samples: Sample[] };

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The elementary streams of a plain MP4, by expanding its sample tables the long way. */
export function readFileStreams(file: Uint8Array): Stream[] {
  return findAll(file, 'moov trak').flatMap((trak) => {
    const stream = readTrackHead(file, trak);
    return stream ? [{ ...stream, samples: expandSamples(file, trak) }] : [];
  });
}

function readTrackHead(file: Uint8Array, trak: Found): Omit<Stream, 'samples'> | undefined {
  const view = viewOf(file);
  const inTrack = (path: string): Found | undefined => findAll(file, path, trak.body, trak.end)[0];
  const handler = inTrack('mdia hdlr')?.body ?? 0;
  const type = String.fromCharCode(...file.subarray(handler + 8, handler + 12));
  if (type !== 'vide' && type !== 'soun') return undefined;
  const mdhd = inTrack('mdia mdhd')?.body ?? 0;
  const timescale = view.getUint32(mdhd + (file[mdhd] === 1 ? 20 : 12));
  return {
    kind: type === 'vide' ? 'video' : 'audio',
    timescale,
    editTicks: readEditTicks(file, inTrack('edts elst'), timescale),
  };
}

/** Ticks to add to a composition time: the empty edits' delay minus where the media begins. */
function readEditTicks(file: Uint8Array, elst: Found | undefined, timescale: number): number {
  if (!elst) return 0;
  const view = viewOf(file);
  const mvhd = findAll(file, 'moov mvhd')[0]?.body ?? 0;
  const movieTimescale = view.getUint32(mvhd + (file[mvhd] === 1 ? 20 : 12));
  const isLong = file[elst.body] === 1;
  let ticks = 0;
  let isStarted = false;
  for (let entry = 0; entry < view.getUint32(elst.body + 4); entry++) {
    const at = elst.body + 8 + entry * (isLong ? 20 : 12);
    const duration = isLong ? Number(view.getBigUint64(at)) : view.getUint32(at);
    const start = isLong ? Number(view.getBigInt64(at + 8)) : view.getInt32(at + 4);
    if (start < 0) ticks += (duration / movieTimescale) * timescale;
    else if (!isStarted) {
      isStarted = true;
      ticks -= start;
    }
  }
  return ticks;
}

function expandSamples(file: Uint8Array, trak: Found): Sample[] {
  const view = viewOf(file);
  const at = (type: string): number =>
    findAll(file, `mdia minf stbl ${type}`, trak.body, trak.end)[0]?.body ?? -1;
  const rows = (type: string, width: number): number[][] => {
    const body = at(type);
    if (body < 0) return [];
    return Array.from({ length: view.getUint32(body + 4) }, (_, row) =>
      Array.from({ length: width }, (_, column) => view.getUint32(body + 8 + 4 * (row * width + column))),
    );
  };
  const spread = (pairs: number[][]): number[] =>
    pairs.flatMap(([count = 0, value = 0]) => Array.from({ length: count }, () => value | 0));
  const durations = spread(rows('stts', 2));
  const compositions = spread(rows('ctts', 2));
  const syncs = at('stss') < 0 ? undefined : new Set(rows('stss', 1).flat());
  const sizes = readSizes(view, at('stsz'));
  const offsets = readOffsets(view, at('stco'), at('co64'));
  const positions = placeSamples(rows('stsc', 3), offsets, sizes);
  let decodeTicks = 0;
  return sizes.map((size, index) => {
    const start = positions[index] ?? 0;
    const sample = {
      decodeTicks,
      compositionTicks: compositions[index] ?? 0,
      isSync: syncs?.has(index + 1) ?? true,
      bytes: file.subarray(start, start + size),
    };
    decodeTicks += durations[index] ?? 0;
    return sample;
  });
}

function readSizes(view: DataView, stsz: number): number[] {
  const fixed = view.getUint32(stsz + 4);
  return Array.from(
    { length: view.getUint32(stsz + 8) },
    (_, i) => fixed || view.getUint32(stsz + 12 + 4 * i),
  );
}

function readOffsets(view: DataView, stco: number, co64: number): number[] {
  const [body, width] = stco >= 0 ? [stco, 4] : [co64, 8];
  return Array.from({ length: view.getUint32(body + 4) }, (_, i) =>
    width === 4 ? view.getUint32(body + 8 + 4 * i) : Number(view.getBigUint64(body + 8 + 8 * i)),
  );
}

function placeSamples(chunkRuns: number[][], offsets: number[], sizes: number[]): number[] {
  const positions: number[] = [];
  offsets.forEach((offset, chunk) => {
    const run = chunkRuns.findLast(([first = 0]) => first <= chunk + 1);
    let position = offset;
    for (let k = 0; k < (run?.[1] ?? 0) && positions.length < sizes.length; k++) {
      const size = sizes[positions.length] ?? 0;
      positions.push(position);
      position += size;
    }
  });
  return positions;
}

/** The elementary streams of what HLS served, times taken back by the constant shift of one second. */
export function readServedStreams(init: Uint8Array, segments: Uint8Array[]): Stream[] {
  const streams = findAll(init, 'moov trak').map((trak) => {
    const head = readTrackHead(init, trak);
    if (!head) throw new Error('an init segment with a strange track');
    return { ...head, editTicks: -head.timescale, samples: [] as Sample[] };
  });
  for (const segment of segments) {
    for (const moof of listBoxes(segment).filter((found) => found.type === 'moof')) {
      for (const traf of findAll(segment, 'traf', moof.body, moof.end))
        readFragment(segment, moof, traf, streams);
    }
  }
  return streams;
}

function readFragment(segment: Uint8Array, moof: Found, traf: Found, streams: Stream[]): void {
  const view = viewOf(segment);
  const one = (type: string): number => findAll(segment, type, traf.body, traf.end)[0]?.body ?? -1;
  const tfhd = one('tfhd');
  const tfhdFlags = view.getUint32(tfhd) & 0xffffff;
  const stream = streams[view.getUint32(tfhd + 4) - 1];
  let at = tfhd + 8;
  const defaultDuration = tfhdFlags & 0x8 ? view.getUint32(at) : 0;
  if (tfhdFlags & 0x8) at += 4;
  const defaultFlags = tfhdFlags & 0x20 ? view.getUint32(at) : 0;
  let decodeTicks = Number(view.getBigUint64(one('tfdt') + 4));
  for (const trun of findAll(segment, 'trun', traf.body, traf.end)) {
    const flags = view.getUint32(trun.body) & 0xffffff;
    let row = trun.body + 8;
    const next = (): number => view.getUint32((row += 4) - 4);
    let position = moof.start + (next() | 0);
    const firstFlags = flags & 0x4 ? next() : undefined;
    for (let i = 0; i < view.getUint32(trun.body + 4); i++) {
      const duration = flags & 0x100 ? next() : defaultDuration;
      const size = next();
      const sampleFlags = flags & 0x400 ? next() : i === 0 ? (firstFlags ?? defaultFlags) : defaultFlags;
      const compositionTicks = flags & 0x800 ? next() | 0 : 0;
      const bytes = segment.subarray(position, position + size);
      stream?.samples.push({ decodeTicks, compositionTicks, isSync: (sampleFlags & 0x10000) === 0, bytes });
      position += size;
      decodeTicks += duration;
    }
  }
}
