import { liveWords, type Live } from './live-words.ts';

const MOST_DOTS = 5;

/** The chip that says with how many one is in step: a dot for each of the first, and the number in words. */
export function showLive(root: HTMLElement): { show(live: Live): void } {
  const chip = document.createElement('p');
  chip.className = 'embed-live';
  chip.hidden = true;
  const dots = document.createElement('span');
  dots.className = 'embed-dots';
  dots.setAttribute('aria-hidden', 'true');
  const words = document.createElement('span');
  chip.append(dots, words);
  root.append(chip);
  return {
    show(live) {
      const said = liveWords(live);
      chip.hidden = said === '';
      words.textContent = said;
      const count = live.status === 'in-step' ? Math.min(MOST_DOTS, live.presence.inScreening) : 0;
      dots.replaceChildren(...Array.from({ length: count }, () => document.createElement('i')));
    },
  };
}
