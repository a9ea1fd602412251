import { answerBy } from './answer.ts';
import { readBoot } from './boot-boundary.ts';
import { CuePoints } from './cue-points.ts';
import type { Tell } from './embed-events.ts';
import { EmbedPlayer } from './embed-player.ts';
import { Receiver } from './receiver.ts';
import { tellEvents } from './tell-events.ts';
import './embed.css';

const boot = readBoot();
const find = (id: string): HTMLElement | null => document.getElementById(id);
const [root, stage, button, news] = [find('embed'), find('stage'), find('play'), find('news')];
if (!root || !stage || !news) throw new Error('This page came without its stage. Reload it.');

const { options, chapters, screening } = boot;
const player = new EmbedPlayer(boot, stage);
const cuePoints = new CuePoints();
const fail = (message: string) => {
  news.textContent = message;
  receiver.tell('error', { code: -1, msg: message });
};
const receiver = new Receiver(
  { post: (message, targetOrigin) => window.parent.postMessage(message, targetOrigin) },
  location.href,
  answerBy({ player, chapters, cuePoints, onFailure: fail }),
);
const tell: Tell = (event, ...value) => receiver.tell(event, ...value);
const isFramed = window.parent !== window;
window.addEventListener('message', ({ data, origin, source }) =>
  receiver.hear({ data, origin, isFromParent: isFramed && source === window.parent }),
);

const bringIn = () => player.mount().catch(() => undefined);
const start = () =>
  player.play().catch(() => fail('The player could not be loaded. Check your connection and press again.'));

player.whenMounted((element) => {
  tellEvents(element, { chapters, cuePoints, tell });
  stage.querySelector('.embed-poster')?.remove();
  // Our own button says what is played; the player's would lie under it.
  element.toggleAttribute('drawn', button !== null);
  const { video } = element;
  video.addEventListener('play', () => {
    // Whoever pressed it goes on with the player's keys.
    if (document.activeElement === button) video.focus();
    button?.remove();
    element.toggleAttribute('drawn', false);
    root.dataset['playing'] = '';
  });
  video.addEventListener('pause', () => delete root.dataset['playing']);
  element.addEventListener('playbackblocked', () => {
    // Alone, our own button is what to press; in step the player says what it is about.
    if (!screening || screening.hasEnded) return;
    button?.remove();
    element.toggleAttribute('drawn', false);
  });
  // What else there is to it is asked for once somebody means to watch.
  const enrich = () => void import('./enrich.ts').then(({ enrichPlayer }) => enrichPlayer(element, boot));
  element.addEventListener('pointerenter', enrich, { once: true });
  video.addEventListener('play', enrich, { once: true });
  const { linkToken } = options;
  if (linkToken !== null && boot.opensLink)
    video.addEventListener(
      'play',
      () =>
        void import('./note-opening.ts')
          .then(({ noteOpening }) => noteOpening(linkToken))
          .catch(() => undefined),
      { once: true },
    );
});

if (boot.video.hlsUrl !== null) {
  button?.addEventListener('click', () => void start());
  for (const name of ['pointerenter', 'focusin']) stage.addEventListener(name, () => void bringIn());
  // What is never scrolled to costs its page nothing more.
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    if (screening && !screening.hasEnded) return void joinIn(screening.id);
    if (options.isAutoplay) void start();
    else void bringIn();
  }).observe(stage);
}
if (isFramed) receiver.tellReady();
if (screening?.hasEnded) news.textContent = 'This screening has ended. You are watching alone.';

/** In step with a screening: the engine comes in only here. */
async function joinIn(screeningId: string): Promise<void> {
  try {
    const [element, { joinScreening }] = await Promise.all([player.mount(), import('./screening.ts')]);
    button?.remove();
    element.toggleAttribute('drawn', false);
    joinScreening(element, {
      boot,
      screeningId,
      root: root ?? document.body,
      tell,
      say: (words) => news && (news.textContent = words),
    });
  } catch {
    fail('The screening could not be joined. Check your connection and reload.');
  }
}
