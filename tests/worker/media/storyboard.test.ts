import { describe, expect, test } from 'vitest';
import { cutTiles, writeStoryboardTrack } from '#worker/media/storyboard/tiles.ts';

const TILES = { columns: 2, rows: 2, count: 3, intervalSeconds: 1800.5 };

describe('pictures along the timeline', () => {
  test('S8 each stretch of time has its part of the picture, row by row', () => {
    const stored = cutTiles(TILES, { width: 320, height: 180 });
    expect(writeStoryboardTrack(stored, 'all.jpg').split('\n\n')).toEqual([
      'WEBVTT',
      '00:00:00.000 --> 00:30:00.500\nall.jpg#xywh=0,0,160,90',
      '00:30:00.500 --> 01:00:01.000\nall.jpg#xywh=160,0,160,90',
      '01:00:01.000 --> 01:30:01.500\nall.jpg#xywh=0,90,160,90\n',
    ]);
  });

  test('S8 a picture that cannot be cut so is refused with the reason', () => {
    expect(() => cutTiles({ ...TILES, count: 5 }, { width: 320, height: 180 })).toThrow(
      '2 × 2 pictures are fewer than 5.',
    );
    expect(() => cutTiles(TILES, { width: 321, height: 180 })).toThrow(
      '321 × 180 pixels cannot be cut into 2 × 2 pictures of one size.',
    );
  });
});
