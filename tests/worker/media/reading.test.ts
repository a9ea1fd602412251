import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '#worker/media/hls/build-index.ts';
import { locateMoov } from '#worker/media/mp4/locate-moov.ts';
import { MediaError } from '#worker/media/mp4/media-error.ts';
import { readMovie } from '#worker/media/mp4/movie.ts';
import { plan } from '#worker/media/plan.ts';
import { box, concat, findAll, u32 } from '#tests/support/mp4/boxes.ts';
import { film, pictureTrack, reorderedTrack, soundTrack } from '#tests/support/mp4/films.ts';
import { planFile } from '#tests/support/mp4/index-file.ts';
import * as entries from '#tests/support/mp4/sample-entries.ts';
import { writeMp4 } from '#tests/support/mp4/write-mp4.ts';

const seconds = 4;
const short = film({ tracks: [reorderedTrack({ seconds }), soundTrack({ seconds })] });
const movies = [
  short,
  { ...short, hasLargeOffsets: true },
  { ...short, moov: 'last' as const },
  film({ tracks: [pictureTrack({ seconds, entry: entries.hevcEntry() }), soundTrack({ seconds })] }),
  film({ tracks: [pictureTrack({ seconds }), soundTrack({ seconds, entry: entries.quickTimeV2Entry() })] }),
].map((movie) => writeMp4(movie));

/** Reads a file to the end of what an upload goes through; says how it ended. */
async function readThrough(file: Uint8Array): Promise<'value' | 'refused'> {
  try {
    const planned = await planFile(file);
    if (planned.kind === 'play') buildIndex(planned.surveys);
    return 'value';
  } catch (error) {
    if (error instanceof MediaError && error.message.length > 20) return 'refused';
    throw error;
  }
}

describe('hostile bytes', () => {
  test('R1 any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => void (await readThrough(bytes))),
    );
  });

  test('R1 R2 a real file with numbers of its index overwritten', { timeout: 60_000 }, async () => {
    const wild = fc.oneof(
      fc.constantFrom(0, 1, 7, 0x7fffffff, 0x80000000, 0xffffffff, 0x00ffffff),
      fc.integer({ min: 0, max: 0xffffffff }),
    );
    const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), wild), {
      minLength: 1,
      maxLength: 6,
    });
    const property = fc.asyncProperty(fc.constantFrom(...movies), edits, async (movie, changes) => {
      const file = movie.slice();
      const moov = findAll(file, 'moov')[0];
      if (!moov) throw new Error('no moov');
      const view = new DataView(file.buffer);
      for (const [where, value] of changes) {
        const span = moov.end - moov.body - 4;
        view.setUint32(moov.body + Math.floor(where * span), value);
      }
      const startedMs = performance.now();
      await readThrough(file);
      expect(performance.now() - startedMs).toBeLessThan(1500);
    });
    await fc.assert(property, { numRuns: 1500 });
  });

  test('R1 a real file cut anywhere', async () => {
    const [file] = movies;
    if (!file) throw new Error('no film');
    const property = fc.asyncProperty(fc.integer({ min: 0, max: file.length - 1 }), async (length) => {
      expect(await readThrough(file.slice(0, length))).toBe('refused');
    });
    await fc.assert(property, { numRuns: 300 });
  });

  test('R2 a count larger than its box is refused before anything is made for it', async () => {
    for (const type of ['stts', 'ctts', 'stsc', 'stco', 'stss', 'stsz']) {
      const file = (movies[0] ?? new Uint8Array()).slice();
      const table = findAll(file, `moov trak mdia minf stbl ${type}`)[0]?.body ?? 0;
      new DataView(file.buffer).setUint32(table + (type === 'stsz' ? 8 : 4), 0xfffffff0);
      await expect(planFile(file), type).rejects.toThrow('longer than its box');
    }
  });

  test('R2 more samples than any film has are refused', async () => {
    const file = (movies[0] ?? new Uint8Array()).slice();
    const stsz = findAll(file, 'moov trak mdia minf stbl stsz')[0]?.body ?? 0;
    const view = new DataView(file.buffer);
    view.setUint32(stsz + 4, 1);
    view.setUint32(stsz + 8, 0xffffffff);
    await expect(planFile(file)).rejects.toThrow('is the most');
  });

  test('R2 an index larger than 40 MiB is not read', async () => {
    const head = concat(u32(200 * 2 ** 20), 'moov', u32(0, 0));
    const read = async (): Promise<Uint8Array> => expect.fail('it was read');
    await expect(locateMoov(read, 300 * 2 ** 20, head)).rejects.toThrow('40 MiB is the most');
  });

  test('R2 boxes within boxes without end are not followed', () => {
    const many = box('moov', ...Array.from({ length: 5000 }, () => box('free')));
    expect(() => readMovie(many)).toThrow(MediaError);
  });
});

describe('finding the index', () => {
  const readsOf = async (file: Uint8Array): Promise<number[]> => {
    const reads: number[] = [];
    await planFile(file, (length) => reads.push(length));
    return reads;
  };
  const long = film({ tracks: [pictureTrack({ seconds: 1200 }), soundTrack({ seconds: 1200 })] });

  test('R3 at the start, in the head that is read anyway', async () => {
    expect((await readsOf(writeMp4(film()))).length).toBe(1);
  });

  test('R3 at the end, with one hop over the media', async () => {
    expect((await readsOf(writeMp4(film({ moov: 'last', gapBytes: 5000 })))).length).toBe(2);
  });

  test.each(['first', 'last'] as const)(
    'R3 a long one standing %s, with at most three reads',
    async (moov) => {
      const reads = await readsOf(writeMp4({ ...long, moov }));
      expect(reads.length).toBeLessThanOrEqual(3);
    },
  );

  test('R3 parts scattered over the file are not chased', async () => {
    const scattered = concat(...Array.from({ length: 40 }, () => box('free', new Uint8Array(300_000))));
    await expect(planFile(scattered)).rejects.toThrow('too scattered');
  });

  test('R4 media cut short, the index in front', async () => {
    const file = writeMp4(film());
    await expect(planFile(file.subarray(0, file.length - 100))).rejects.toThrow('cut short');
  });

  test('R4 media cut short, the index lost', async () => {
    const file = writeMp4(film({ moov: 'last', gapBytes: 5000 }));
    await expect(planFile(file.subarray(0, file.length >> 1))).rejects.toThrow('cut short');
  });

  test('R4 nothing but media', async () => {
    const file = concat(box('ftyp', 'isom'), box('mdat', new Uint8Array(1000)));
    await expect(planFile(file)).rejects.toThrow('no index');
  });
});

describe('codec names', () => {
  test.each([
    ['avc1.64001f', 'video', entries.avcEntry()],
    ['avc3.64001f', 'video', entries.avcEntry(0x64, 'avc3')],
    ['hvc1.1.6.L93.90', 'video', entries.hevcEntry()],
    ['av01.0.08M.08', 'video', entries.av1Entry()],
    ['vp09.00.31.08', 'video', entries.vp9Entry()],
    ['mp4a.40.2', 'audio', entries.aacEntry()],
    ['mp4a.40.5', 'audio', entries.audioEntry('mp4a', entries.esds({ config: [0x2b, 0x11] }))],
    ['mp4a.40.42', 'audio', entries.audioEntry('mp4a', entries.esds({ config: [0xf9, 0x46] }))],
    ['mp4a.6b', 'audio', entries.mp3Entry()],
    ['mp4a.40.2', 'audio', entries.quickTimeV1Entry()],
    ['mp4a.40.2', 'audio', entries.quickTimeV2Entry()],
    ['opus', 'audio', entries.opusEntry()],
    ['flac', 'audio', entries.flacEntry()],
    ['sowt', 'audio', entries.audioEntry('sowt')],
  ] as const)('R5 %s', (codec, kind, entry) => {
    const track = kind === 'video' ? pictureTrack({ entry }) : soundTrack({ entry });
    const file = writeMp4({ tracks: [track] });
    const moov = findAll(file, 'moov')[0];
    const movie = readMovie(file.subarray(moov?.start, moov?.end));
    expect(movie.tracks.map((one) => one.entry.codec)).toEqual([codec]);
  });
});

test('I7 what is kept of an index is no more than the index itself and a half', () => {
  const samples = pictureTrack({ seconds: 3600, framesPerSecond: 50 }).samples.map((sample, index) => ({
    ...sample,
    sizeBytes: 1,
    compositionTicks: index % 2,
  }));
  const file = writeMp4({ tracks: [{ kind: 'video', timescale: 12_800, samples, chunkSamples: 50 }] });
  const found = findAll(file, 'moov')[0];
  const moov = file.slice(found?.start, found?.end);
  const planned = plan(readMovie(moov), file.length);
  if (planned.kind !== 'play') throw new Error(planned.reasons.join(' '));
  const { fragments, segments } = buildIndex(planned.surveys);
  expect(segments.length).toBe(600);
  const kept = fragments.reduce((sum, fragment) => sum + fragment.buffer.byteLength, 0);
  expect(kept).toBeLessThan(moov.length * 1.5);
});
