import { describe, expect, test } from 'vitest';
import { MediaError } from '#worker/media/mp4/media-error.ts';
import { recogniseSignature } from '#worker/media/mp4/signature.ts';
import { planForeign } from '#worker/media/plan.ts';
import { concat, zeros } from '#tests/support/mp4/boxes.ts';
import { film, pictureTrack, reorderedTrack, soundTrack } from '#tests/support/mp4/films.ts';
import { planFile } from '#tests/support/mp4/index-file.ts';
import * as entries from '#tests/support/mp4/sample-entries.ts';
import { type TestMovie, writeMp4 } from '#tests/support/mp4/write-mp4.ts';

const plain = zeros(0);
const picture = (entry: Uint8Array): TestMovie => film({ tracks: [pictureTrack({ entry })] });
const sound = (entry: Uint8Array): TestMovie => film({ tracks: [pictureTrack(), soundTrack({ entry })] });
const edited = (...edits: { durationSeconds: number; startTicks: number; rate?: number }[]): TestMovie =>
  film({ tracks: [pictureTrack({ edits })] });

const playable: [string, TestMovie][] = [
  ['P1 picture and sound', film()],
  ['P1 picture alone', film({ tracks: [pictureTrack()] })],
  ['P1 sound alone', film({ tracks: [soundTrack()] })],
  ['P1 baseline', picture(entries.avcEntry(0x42))],
  ['P1 main', picture(entries.avcEntry(0x4d))],
  ['P1 HE-AAC', sound(entries.audioEntry('mp4a', entries.esds({ config: [0x2b, 0x11, 0x88] })))],
  ['P1 a phone recording', sound(entries.quickTimeV1Entry())],
  ['P3 a short edit, as reordered frames need', film({ tracks: [reorderedTrack()] })],
  ['P3 half a second hidden', edited({ durationSeconds: 19.5, startTicks: 6400 })],
];

const jobs: [string, TestMovie, string][] = [
  ['P2 HEVC', picture(entries.hevcEntry()), 'HEVC (H.265)'],
  ['P2 AV1', picture(entries.av1Entry()), 'AV1'],
  ['P2 VP9', picture(entries.vp9Entry()), 'VP9'],
  ['P2 4:4:4', picture(entries.avcEntry(0xf4)), '4:4:4'],
  ['P2 4:2:2', picture(entries.avcEntry(0x7a)), '4:2:2'],
  ['P2 10 bit', picture(entries.avcEntry(0x6e)), '10 bits'],
  ['P2 ProRes', picture(entries.videoEntry('apch')), 'ProRes'],
  ['P2 copy protection', picture(entries.videoEntry('encv')), 'copy-protected'],
  ['P2 PCM', sound(entries.audioEntry('sowt')), 'PCM'],
  ['P2 ALAC', sound(entries.audioEntry('alac')), 'Apple Lossless'],
  ['P2 MP3', sound(entries.mp3Entry()), 'MP3'],
  ['P2 Opus', sound(entries.opusEntry()), 'Opus'],
  ['P2 FLAC', sound(entries.flacEntry()), 'FLAC'],
  ['P2 AC-3', sound(entries.audioEntry('ac-3')), 'Dolby'],
  ['P2 an unheard-of codec', picture(entries.videoEntry('zzzz')), 'zzzz'],
  ['P2 a change of format part-way', film({ tracks: [pictureTrack({ entryCount: 2 })] }), 'part-way'],
  [
    'P3 several edits',
    edited({ durationSeconds: 5, startTicks: 0 }, { durationSeconds: 5, startTicks: 128_000 }),
    '2 edits',
  ],
  ['P3 a long cut at the start', edited({ durationSeconds: 18, startTicks: 25_600 }), 'first 2.0 s'],
  ['P3 a long cut at the end', edited({ durationSeconds: 12, startTicks: 0 }), 'last 8.0 s'],
  ['P3 slow motion', edited({ durationSeconds: 20, startTicks: 0, rate: 0x8000 }), 'slowed down'],
  [
    'P4 no keyframe at the start',
    film({ tracks: [{ ...pictureTrack(), samples: pictureTrack().samples.slice(3) }] }),
    'no keyframe',
  ],
  ['P5 fragmented', film({ isFragmented: true }), 'fragmented'],
];

describe('files that play', () => {
  test.each(playable)('%s plays as it is', async (_, movie) => {
    expect((await planFile(writeMp4(movie))).kind).toBe('play');
  });

  test('P6 long keyframe distance and high bitrate play, with notes', async () => {
    const track = pictureTrack({ seconds: 30, keyframeEverySeconds: 15 });
    const samples = track.samples.map((sample) => ({ ...sample, sizeBytes: 45_000 }));
    const plan = await planFile(writeMp4(film({ tracks: [{ ...track, samples }] })));
    expect(plan.kind === 'play' && plan.notes).toEqual(['9.0 Mbit/s', 'up to 15.0 s between keyframes']);
  });

  test('P1 cover art and disabled tracks are passed over', async () => {
    const cover = pictureTrack({ entry: entries.videoEntry('jpeg'), seconds: 1 });
    const disabled = soundTrack({ entry: entries.audioEntry('alac'), isEnabled: false });
    const movie = film({ tracks: [cover, pictureTrack(), disabled, soundTrack()] });
    expect((await planFile(writeMp4(movie))).kind).toBe('play');
  });
});

describe('files that need a job', () => {
  test.each(jobs)('%s, with the reason in words', async (_, movie, words) => {
    const plan = await planFile(writeMp4(movie));
    expect(plan.kind === 'job' && plan.reasons.join(' ')).toContain(words);
  });

  const EBML = [0x1a, 0x45, 0xdf, 0xa3];
  const containers: [string, Uint8Array, string][] = [
    ['WebM', concat(EBML, zeros(8), [0x42, 0x82, 0x84], 'webm'), 'WebM'],
    ['Matroska', concat(EBML, zeros(8), [0x42, 0x82, 0x88], 'matroska'), 'Matroska'],
    ['a transport stream', concat(...[0, 1, 2].map(() => concat('G', zeros(187)))), 'transport stream'],
    ['m2ts', concat(...[0, 1, 2].map(() => concat(zeros(4), 'G', zeros(187)))), 'transport stream'],
    ['AVI', concat('RIFF', zeros(4), 'AVI '), 'AVI'],
    ['MP3', concat('ID3', zeros(20)), 'MP3'],
  ];
  test.each(containers)('P5 R7 %s is recognised by content', (_, head, words) => {
    const signature = recogniseSignature(head);
    if (signature.kind === 'mp4') throw new Error('taken for MP4');
    const plan = planForeign(signature);
    expect(plan.kind === 'job' && plan.reasons.join(' ')).toContain(words);
  });
});

describe('files that are refused', () => {
  const refused: [string, Uint8Array, string][] = [
    ['a JPEG', concat([0xff, 0xd8, 0xff, 0xe0]), 'JPEG image'],
    ['a HEIC', concat(zeros(3), [24], 'ftypheic'), 'HEIF image'],
    ['text', concat('Dear diary, today I learned about boxes.'), 'not a video'],
    ['nothing', plain, 'not a video'],
  ];
  test.each(refused)('P5 R7 %s', (_, head, words) => {
    const signature = recogniseSignature(head);
    if (signature.kind === 'mp4') throw new Error('taken for MP4');
    expect(() => planForeign(signature)).toThrow(MediaError);
    expect(() => planForeign(signature)).toThrow(words);
  });

  test('R1 a film without any track', async () => {
    await expect(planFile(writeMp4({ tracks: [] }))).rejects.toThrow('no picture and no sound');
  });

  test('R1 a film without any sample', async () => {
    const movie = film({ tracks: [pictureTrack({ samples: [] })] });
    await expect(planFile(writeMp4(movie))).rejects.toThrow('no picture and no sound');
  });
});
