import { expect, test } from 'vitest';
import { readStoryboard, tileAt } from '#client/player/preview/storyboard.ts';

const TRACK = `WEBVTT

NOTE made elsewhere

1
00:00.000 --> 00:05.000 align:start
storyboard.jpg#xywh=0,0,160,90

00:00:05.000 --> 01:00:10.500
../other/b.jpg#xywh=160,0,160,90

00:00:20.000 --> 00:00:25.000
no picture at all
`;
const AT = 'https://media.test/videos/one/storyboard.vtt';

test('a track names parts of pictures beside it; what is none is passed over', () => {
  expect(readStoryboard(TRACK.replaceAll('\n', '\r\n'), AT)).toEqual([
    {
      startSeconds: 0,
      endSeconds: 5,
      pictureUrl: 'https://media.test/videos/one/storyboard.jpg',
      x: 0,
      y: 0,
      width: 160,
      height: 90,
    },
    {
      startSeconds: 5,
      endSeconds: 3610.5,
      pictureUrl: 'https://media.test/videos/other/b.jpg',
      x: 160,
      y: 0,
      width: 160,
      height: 90,
    },
  ]);
});

test('each moment has its picture, the end the last one, nothing none', () => {
  const tiles = readStoryboard(TRACK, AT);
  expect([0, 4.99, 5, 3610.5, 9999].map((seconds) => tileAt(tiles, seconds)?.x)).toEqual([
    0, 0, 160, 160, 160,
  ]);
  expect(tileAt([], 1)).toBeUndefined();
});
