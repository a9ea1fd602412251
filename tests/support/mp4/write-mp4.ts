import { box, concat, concatAll, fullBox, type Part, u16, u32, u64, zeros } from './boxes.ts';
import { aacEntry, avcEntry } from './sample-entries.ts';

export type TestSample = { ticks: number; sizeBytes: number; isSync?: boolean; compositionTicks?: number };
export type TestEdit = { durationSeconds: number; startTicks: number; rate?: number };
export type TestTrack = {
  kind: 'video' | 'audio';
  timescale: number;
  samples: TestSample[];
  entry?: Uint8Array;
  entryCount?: number;
  edits?: TestEdit[];
  /** How many samples lie together before the next track's turn. */
  chunkSamples?: number;
  matrix?: number[];
  isEnabled?: boolean;
  hasNoSyncTable?: boolean;
};
export type TestMovie = {
  tracks: TestTrack[];
  moov?: 'first' | 'last';
  hasLargeOffsets?: boolean;
  isFragmented?: boolean;
  /** Unrelated bytes put between chunks, as another track's would be. */
  gapBytes?: number;
};

const MOVIE_TIMESCALE = 1000;
const IDENTITY = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];
const FTYP = box('ftyp', 'isom', u32(512), 'isomiso2avc1mp41');

type Chunk = { track: number; samples: TestSample[]; offset: number };

/** A playable-looking MP4 made of numbers: the same options always give the same bytes. */
export function writeMp4(movie: TestMovie): Uint8Array<ArrayBuffer> {
  const { chunks, media } = layOutMedia(movie);
  const isFirst = movie.moov !== 'last';
  const sized = writeMoov(movie, chunks, 0);
  const mediaStart = FTYP.length + (isFirst ? sized.length : 0) + 8;
  const moov = writeMoov(movie, chunks, mediaStart);
  const mdat = box('mdat', media);
  return isFirst ? concat(FTYP, moov, mdat) : concat(FTYP, mdat, moov);
}

function layOutMedia({ tracks, gapBytes = 0 }: TestMovie): { chunks: Chunk[]; media: Uint8Array } {
  const waiting = tracks.map((track) => [...track.samples]);
  const chunks: Chunk[] = [];
  const parts: Uint8Array[] = [];
  let offset = 0;
  let seed = 1;
  while (waiting.some((samples) => samples.length > 0)) {
    tracks.forEach((track, index) => {
      const samples = waiting[index]?.splice(0, track.chunkSamples ?? 10) ?? [];
      if (samples.length === 0) return;
      chunks.push({ track: index, samples, offset });
      const sizeBytes = samples.reduce((sum, sample) => sum + sample.sizeBytes, 0) + gapBytes;
      parts.push(noise(sizeBytes, seed++));
      offset += sizeBytes;
    });
  }
  return { chunks, media: concatAll(parts) };
}

const NOISE = makeNoise(65_521);

function makeNoise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

/** Bytes that differ from chunk to chunk, at the speed of copying. */
function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const shift = (seed * 7919) % NOISE.length;
  for (let at = 0; at < length;) {
    const piece = NOISE.subarray(at === 0 ? shift : 0, (at === 0 ? shift : 0) + length - at);
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function writeMoov(movie: TestMovie, chunks: Chunk[], mediaStart: number): Uint8Array {
  const tracks = movie.tracks.map((track, index) => {
    const mine = chunks.filter((chunk) => chunk.track === index);
    return writeTrack(track, index + 1, mine, mediaStart, movie.hasLargeOffsets ?? false);
  });
  const mvhd = fullBox('mvhd', 0, 0, zeros(8), u32(MOVIE_TIMESCALE, 0, 0x10000), zeros(72), u32(99));
  const mvex = movie.isFragmented ? [box('mvex', fullBox('trex', 0, 0, u32(1, 1, 0, 0, 0)))] : [];
  return box('moov', mvhd, ...tracks, ...mvex);
}

function writeTrack(
  track: TestTrack,
  id: number,
  chunks: Chunk[],
  mediaStart: number,
  hasLargeOffsets: boolean,
): Uint8Array {
  const isVideo = track.kind === 'video';
  const type = isVideo ? 'vide' : 'soun';
  const matrix = u32(...(track.matrix ?? IDENTITY));
  const size = isVideo ? [1280 * 0x10000, 720 * 0x10000] : [0, 0];
  const flags = track.isEnabled === false ? 2 : 3;
  const tkhd = fullBox('tkhd', 0, flags, zeros(8), u32(id), zeros(24), matrix, u32(...size));
  const mdhd = fullBox('mdhd', 0, 0, zeros(8), u32(track.timescale, 0), u16(0x55c4, 0));
  const hdlr = fullBox('hdlr', 0, 0, u32(0), type, zeros(13));
  const stbl = writeSampleTable(track, chunks, mediaStart, hasLargeOffsets);
  return box(
    'trak',
    tkhd,
    ...writeEdits(track),
    box('mdia', mdhd, hdlr, box('minf', box(isVideo ? 'vmhd' : 'smhd', zeros(12)), stbl)),
  );
}

function writeEdits({ edits }: TestTrack): Uint8Array[] {
  if (!edits) return [];
  const rows = edits.map(({ durationSeconds, startTicks, rate = 0x10000 }) =>
    concat(u64(Math.round(durationSeconds * MOVIE_TIMESCALE), startTicks), u32(rate)),
  );
  return [box('edts', fullBox('elst', 1, 0, u32(rows.length), ...rows))];
}

function writeSampleTable(
  track: TestTrack,
  chunks: Chunk[],
  mediaStart: number,
  hasLargeOffsets: boolean,
): Uint8Array {
  const { samples } = track;
  const entry = track.entry ?? (track.kind === 'video' ? avcEntry() : aacEntry());
  const counted = (type: string, rows: Part[]): Uint8Array =>
    fullBox(type, 0, 0, u32(rows.length), concatAll(rows));
  const offsets = chunks.map((chunk) => chunk.offset + mediaStart);
  const syncs = samples.flatMap((sample, index) => (sample.isSync ? [u32(index + 1)] : []));
  const hasSyncTable = track.kind === 'video' && !track.hasNoSyncTable;
  const isReordered = samples.some((sample) => sample.compositionTicks);
  return box(
    'stbl',
    fullBox('stsd', 0, 0, u32(track.entryCount ?? 1), entry),
    counted('stts', runs(samples.map((sample) => sample.ticks))),
    ...(isReordered ? [counted('ctts', runs(samples.map((sample) => sample.compositionTicks ?? 0)))] : []),
    ...(hasSyncTable ? [counted('stss', syncs)] : []),
    counted(
      'stsc',
      chunks.map((chunk, index) => u32(index + 1, chunk.samples.length, 1)),
    ),
    fullBox('stsz', 0, 0, u32(0, samples.length), concatAll(samples.map((sample) => u32(sample.sizeBytes)))),
    hasLargeOffsets
      ? counted(
          'co64',
          offsets.map((at) => u64(at)),
        )
      : counted(
          'stco',
          offsets.map((at) => u32(at)),
        ),
  );
}

function runs(values: number[]): Uint8Array[] {
  const rows: { count: number; value: number }[] = [];
  for (const value of values) {
    const last = rows.at(-1);
    if (last?.value === value) last.count++;
    else rows.push({ count: 1, value });
  }
  return rows.map(({ count, value }) => u32(count, value));
}
