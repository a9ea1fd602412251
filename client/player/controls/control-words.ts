import { addTranslation, setLanguage } from 'media-chrome/dist/utils/i18n.js';
import type { Words } from '../words/words.ts';

const BUTTONS =
  'media-play-button, media-mute-button, media-pip-button, media-fullscreen-button, media-airplay-button';

/**
 * Gives media-chrome's own parts our words. It keeps one language for a page: of two players of different languages the
 * last one named is spoken by both.
 */
export function nameControls(root: ParentNode, words: Words, canFill: boolean): void {
  addTranslation(words.language, {
    play: words.say('play'),
    pause: words.say('pause'),
    mute: words.say('mute'),
    unmute: words.say('unmute'),
    'enter fullscreen mode': words.say(canFill ? 'fill.enter' : 'fullscreen.enter'),
    'exit fullscreen mode': words.say(canFill ? 'fill.exit' : 'fullscreen.exit'),
    'enter picture in picture mode': words.say('pip.enter'),
    'exit picture in picture mode': words.say('pip.exit'),
    'start airplay': words.say('airplay'),
    'stop airplay': words.say('airplay'),
    'video player': words.say('player'),
    volume: words.say('volume'),
    seek: words.say('timeline'),
  } as Parameters<typeof addTranslation>[1]);
  setLanguage(words.language);
  // They say their words when they come in, and when what they show changes; never because words have.
  root.querySelector('media-controller')?.setAttribute('aria-label', words.say('player'));
  for (const element of root.querySelectorAll(`${BUTTONS}, media-volume-range`))
    element.parentNode?.insertBefore(element, element.nextSibling);
}
