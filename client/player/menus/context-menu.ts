import { formatMoment } from '../timecode.ts';
import { VERSION } from '../version.ts';
import type { Menu, MenuItem } from './menu-item.ts';
import type { MenuParts } from './menu-parts.ts';
import { linkAt } from './link-at.ts';
import { loopItem } from './player-menus.ts';

/** What a secondary press on the picture offers. With Shift the browser's own menu comes. */
export function contextMenu(parts: MenuParts): Menu {
  const { words, media, link, embedCode, isInStep, showShortcuts } = parts;
  const { frameCentreSeconds: seconds, frameRate, frame, video } = media;
  const moment = { seconds, frame: video.paused ? frame : null };
  const time = formatMoment(seconds, moment.frame === null ? null : frameRate, 'timecode');
  const copy = (label: string, text: string, said: 'copied.link' | 'copied.embed'): MenuItem => ({
    kind: 'action',
    label,
    choose: () => void copyText(text).then((isDone) => parts.say(words.say(isDone ? said : 'copied.not'))),
  });
  return {
    name: words.say('context.menu'),
    items: [
      copy(
        words.say('context.link-at', { time: `\u2066${time}\u2069` }),
        linkAt(link, moment),
        'copied.link',
      ),
      copy(words.say('context.link'), link, 'copied.link'),
      ...(embedCode === null ? [] : [copy(words.say('context.embed'), embedCode, 'copied.embed')]),
      ...(isInStep ? [] : [loopItem(parts)]),
      { kind: 'action', label: words.say('shortcuts'), choose: showShortcuts },
      { kind: 'text', label: words.say('context.version', { version: VERSION }) },
    ],
  };
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
