import {
  CAPTION_BACKGROUNDS,
  CAPTION_SIZES,
  loadPreferences,
  savePreferences,
} from '../preferences-boundary.ts';
import { chosenRate, RATES } from '../rates.ts';
import { formatMoment } from '../timecode.ts';
import type { Menu, MenuItem } from './menu-item.ts';
import type { MenuParts } from './menu-parts.ts';

export type MenuName = 'chapters' | 'captions' | 'settings';

/** What stands in each menu now. */
export function menuOf(name: MenuName, parts: MenuParts): Menu {
  const { words } = parts;
  if (name === 'chapters') return { name: words.say('chapters'), items: chapterItems(parts) };
  if (name === 'captions') return { name: words.say('captions'), items: captionItems(parts) };
  return { name: words.say('settings'), items: settingItems(parts) };
}

function chapterItems({ media, requests, chapters }: MenuParts): MenuItem[] {
  const now = media.frameCentreSeconds;
  return chapters.map(({ title, startSeconds, endSeconds }) => ({
    kind: 'radio',
    label: title,
    note: formatMoment(startSeconds, null, 'timecode').replace(/^00:/, ''),
    isChecked: startSeconds <= now && now < endSeconds,
    choose: () => requests.seek(startSeconds),
  }));
}

function captionItems(parts: MenuParts): MenuItem[] {
  const { captions, words } = parts;
  const { captionSize, captionBackground } = loadPreferences();
  const style = (change: Parameters<typeof savePreferences>[0]) => {
    savePreferences(change);
    captions.applyStyle();
  };
  const off: MenuItem = {
    kind: 'radio',
    label: words.say('captions.off'),
    isChecked: captions.shown === undefined,
    choose: () => captions.choose(undefined),
  };
  return [
    off,
    ...captions.tracks.map((track): MenuItem => ({
      kind: 'radio',
      label: nameOfTrack(track, parts),
      isChecked: track.mode === 'showing',
      choose: () => captions.choose(track),
    })),
    {
      kind: 'page',
      label: words.say('captions.size'),
      value: words.say(`captions.size.${captionSize}`),
      items: () =>
        CAPTION_SIZES.map((size) => ({
          kind: 'radio',
          label: words.say(`captions.size.${size}`),
          isChecked: size === captionSize,
          choose: () => style({ captionSize: size }),
        })),
    },
    {
      kind: 'page',
      label: words.say('captions.background'),
      value: words.say(`captions.background.${captionBackground}`),
      items: () =>
        CAPTION_BACKGROUNDS.map((background) => ({
          kind: 'radio',
          label: words.say(`captions.background.${background}`),
          isChecked: background === captionBackground,
          choose: () => style({ captionBackground: background }),
        })),
    },
  ];
}

/** A label of the track's own, else its language by its own name. */
function nameOfTrack({ label, language }: TextTrack, { words }: MenuParts): string {
  if (label !== '' && label !== language) return label;
  return language === '' ? words.say('captions') : words.nameOf(language);
}

function settingItems(parts: MenuParts): MenuItem[] {
  const { words, requests, media, isInStep, showShortcuts } = parts;
  const chapter = chapterItems(parts).find((item) => item.kind === 'radio' && item.isChecked);
  const rate = chosenRate(media.video.playbackRate);
  const speed = (value: number) => words.say('speed.value', { rate: value });
  const chapters: MenuItem = {
    kind: 'page',
    label: words.say('chapters'),
    value: chapter?.label ?? '',
    items: () => chapterItems(parts),
  };
  return [
    ...(parts.hasChapterButton || parts.chapters.length === 0 ? [] : [chapters]),
    {
      kind: 'page',
      label: words.say('speed'),
      value: speed(rate),
      items: () =>
        RATES.map((each) => ({
          kind: 'radio',
          label: speed(each),
          isChecked: each === rate,
          choose: () => requests.setRate(each),
        })),
    },
    ...qualityItems(parts),
    // A screening plays for all, and ends for all.
    ...(isInStep ? [] : [loopItem(parts)]),
    { kind: 'action', label: words.say('shortcuts'), choose: showShortcuts },
  ];
}

export const loopItem = ({ words, media: { video } }: MenuParts): MenuItem => ({
  kind: 'check',
  label: words.say('loop'),
  isChecked: video.loop,
  choose: () => (video.loop = !video.loop),
});

/** Only where there is a choice. */
function qualityItems({ stream, words }: MenuParts): MenuItem[] {
  const levels = stream?.levels().toSorted((a, b) => b.lines - a.lines || b.bitrate - a.bitrate) ?? [];
  if (stream === null || levels.length < 2) return [];
  const { index: now, isAutomatic } = stream.level();
  const lines = (index: number) =>
    words.say('quality.lines', { lines: String(levels.find((level) => level.index === index)?.lines ?? '') });
  const automatic =
    isAutomatic && now >= 0
      ? words.say('quality.auto-now', { quality: lines(now) })
      : words.say('quality.auto');
  const items = (): MenuItem[] => [
    {
      kind: 'radio',
      label: automatic,
      isChecked: isAutomatic,
      choose: () => stream.chooseLevel(null),
    },
    ...levels.map(({ index }): MenuItem => ({
      kind: 'radio',
      label: lines(index),
      isChecked: !isAutomatic && index === now,
      choose: () => stream.chooseLevel(index),
    })),
  ];
  return [{ kind: 'page', label: words.say('quality'), value: isAutomatic ? automatic : lines(now), items }];
}
