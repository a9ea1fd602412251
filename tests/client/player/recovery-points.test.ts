import { expect, test } from 'vitest';
import { withRecoveryPoints } from '#client/player/recovery-points.ts';
import { pictureTrack, reorderedTrack, soundTrack } from '#tests/support/mp4/films.ts';
import { cutSegments, indexFile } from '#tests/support/mp4/index-file.ts';
import { readServedStreams } from '#tests/support/mp4/streams.ts';
import { writeMp4, type TestTrack } from '#tests/support/mp4/write-mp4.ts';

/** What says so: a supplement (NAL type 6) of type 6, one byte long, for a picture right from here. */
const RECOVERY_POINT = [0, 0, 0, 5, 0x06, 0x06, 0x01, 0x84, 0x80];

const IDR = 0x65;
const SLICE = 0x41;
/** After the first macroblock's bit: slices of type 7 and 2 are I, 5 is P. */
const I_OF_ALL = 0x88;
const I = 0xb0;
const P = 0x9a;

/** The first segment of a film, each of its pictures one NAL that begins with these two bytes. */
async function segmentOf(track: TestTrack, headOf: (index: number) => [number, number]) {
  const file = writeMp4({ tracks: [track, soundTrack()] });
  const index = await indexFile(file);
  const segment = cutSegments(file, index)[0] ?? new Uint8Array();
  const read = (bytes: Uint8Array) => readServedStreams(index.init, [bytes]).map(({ samples }) => samples);
  const [pictures] = read(segment);
  pictures?.forEach(({ bytes }, number) => {
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(0, bytes.length - 4);
    bytes.set(headOf(number), 4);
  });
  const prepared = new Uint8Array(withRecoveryPoints(segment.slice().buffer));
  return { segment, prepared, before: read(segment), after: read(prepared) };
}

test.each([
  ['shown in the order they are decoded', pictureTrack()],
  ['shown in another order', reorderedTrack()],
  ['lying by themselves, sound between', pictureTrack({ chunkSamples: 1 })],
  [
    'of different lengths',
    {
      ...pictureTrack(),
      samples: pictureTrack().samples.map((one, n) => ({ ...one, ticks: 500 + (n % 3) })),
    },
  ],
])('an I frame that is no IDR gets a recovery point, and all else stays: frames %s', async (_what, track) => {
  const isBare = (n: number) => n === 9 || n === 31;
  const { before, after } = await segmentOf(track, (n) =>
    n % 50 === 0 ? [IDR, I_OF_ALL] : [SLICE, isBare(n) ? (n === 9 ? I_OF_ALL : I) : P],
  );
  const [pictures = [], sound = []] = before;
  const expected = pictures.map((picture, n) => ({
    ...picture,
    bytes: isBare(n) ? Uint8Array.from([...RECOVERY_POINT, ...picture.bytes]) : picture.bytes,
  }));
  expect(expected.some(({ bytes }) => bytes.length !== 0 && bytes[4] === 0x06)).toBe(true);
  expect(after).toEqual([expected, sound]);
});

test('nothing is done where every I frame is an IDR or marked, or where the bytes are no fragment', async () => {
  const { segment, prepared } = await segmentOf(pictureTrack(), (n) =>
    n % 50 === 0 ? [IDR, I_OF_ALL] : n === 9 ? [0x06, 0x06] : [SLICE, P],
  );
  expect(Buffer.compare(prepared, segment)).toBe(0);
  const words = new TextEncoder().encode('#EXTM3U, which is no MP4').buffer;
  expect(withRecoveryPoints(words)).toBe(words);
});
