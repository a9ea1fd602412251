import type { PlayerMedia } from './player-media.ts';
import { chosenRate } from './rates.ts';
import type { PlayerRequests } from './requests.ts';

/** The speed menu: asks for a rate, and shows the one the element runs at. */
export function linkRateChoice(element: HTMLElement, media: PlayerMedia, requests: PlayerRequests): void {
  if (!(element instanceof HTMLSelectElement)) return;
  const show = () => (element.value = String(chosenRate(media.video.playbackRate)));
  element.addEventListener('change', () => {
    requests.setRate(Number(element.value));
    show();
  });
  media.video.addEventListener('ratechange', show);
  show();
}

/** The captions menu: there only if there are captions. */
export function linkCaptionsChoice(element: HTMLElement, video: HTMLVideoElement): void {
  if (!(element instanceof HTMLSelectElement)) return;
  const captions = () =>
    [...video.textTracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
  const show = () => {
    const tracks = captions();
    element.hidden = tracks.length === 0;
    const words = ['Captions off', ...tracks.map((track) => track.label || track.language || 'Captions')];
    element.replaceChildren(...words.map((word, index) => new Option(word, String(index - 1))));
    element.value = String(tracks.findIndex((track) => track.mode === 'showing'));
  };
  element.addEventListener('change', () => {
    for (const [index, track] of captions().entries())
      track.mode = index === Number(element.value) ? 'showing' : 'disabled';
  });
  for (const name of ['addtrack', 'removetrack', 'change']) video.textTracks.addEventListener(name, show);
  show();
}
