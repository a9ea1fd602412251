import { expect, test } from 'vitest';
import type { MenuItem } from '#client/player/menus/menu-item.ts';
import type { MenuParts } from '#client/player/menus/menu-parts.ts';
import { menuOf } from '#client/player/menus/player-menus.ts';
import type { Stream, StreamLevel } from '#client/player/stream.ts';
import { Words } from '#client/player/words/words.ts';

const LEVELS: StreamLevel[] = [
  { index: 0, lines: 360, bitrate: 1 },
  { index: 1, lines: 1080, bitrate: 3 },
  { index: 2, lines: 720, bitrate: 2 },
];

/** As much of a player as its settings read. */
function settings(levels: StreamLevel[], more: Partial<MenuParts> = {}) {
  const asked: (number | null | string)[] = [];
  const stream: Partial<Stream> = {
    levels: () => levels,
    level: () => ({ index: 1, isAutomatic: true }),
    chooseLevel: (index) => void asked.push(index),
  };
  const parts = {
    words: new Words(),
    media: { video: { playbackRate: 1.03, loop: false }, frameCentreSeconds: 7 },
    requests: {
      setRate: (rate: number) => asked.push(`${rate}×`),
      seek: (to: number) => asked.push(`to ${to}`),
    },
    chapters: [{ title: 'Brook', startSeconds: 5, endSeconds: 9 }],
    hasChapterButton: true,
    stream,
    isInStep: false,
    ...more,
  } as unknown as MenuParts;
  return { items: menuOf('settings', parts).items, asked };
}

const lines = (items: MenuItem[]): string[] =>
  items.map((item) => (item.kind === 'page' ? `${item.label}: ${item.value}` : item.label));
function page(items: MenuItem[], label: string): MenuItem[] {
  const found = items.find((item) => item.label === label);
  return found?.kind === 'page' ? found.items() : [];
}
function choose(items: MenuItem[], label: string): void {
  const found = items.find((item) => item.label === label);
  if (found && 'choose' in found) found.choose();
}

test('quality is offered where there are several, best first, and automatic says which runs', () => {
  const { items, asked } = settings(LEVELS);
  expect(lines(items)).toEqual(['Speed: 1×', 'Quality: Automatic (1080p)', 'Loop', 'Keyboard shortcuts']);
  const qualities = page(items, 'Quality');
  expect(lines(qualities)).toEqual(['Automatic (1080p)', '1080p', '720p', '360p']);
  for (const label of ['720p', 'Automatic (1080p)']) choose(qualities, label);
  expect(asked).toEqual([2, null]);
});

test('with one quality there is nothing to choose, and in step nothing to loop', () => {
  expect(lines(settings(LEVELS.slice(0, 1)).items)).toEqual(['Speed: 1×', 'Loop', 'Keyboard shortcuts']);
  expect(lines(settings([], { isInStep: true, stream: null }).items)).toEqual([
    'Speed: 1×',
    'Keyboard shortcuts',
  ]);
});

test('speeds go from a quarter to twice, and are asked for as by any control', () => {
  const { items, asked } = settings([]);
  const speeds = page(items, 'Speed');
  expect(lines(speeds)).toEqual(['0.25×', '0.5×', '0.75×', '1×', '1.25×', '1.5×', '1.75×', '2×']);
  choose(speeds, '1.5×');
  expect(asked).toEqual(['1.5×']);
});

test('where the bar has no room for them, chapters are among the settings', () => {
  const { items, asked } = settings([], { hasChapterButton: false });
  expect(lines(items)[0]).toBe('Chapters: Brook');
  choose(page(items, 'Chapters'), 'Brook');
  expect(asked).toEqual(['to 5']);
});
