import { loadPreferences, savePreferences } from './preferences-boundary.ts';
import type { PlayerCaptions } from './player-contract.ts';
import { matchLanguage } from './words/languages.ts';

const isCaptions = ({ kind }: TextTrack): boolean => kind === 'captions' || kind === 'subtitles';

/** The tracks of what is said: one or none is shown, and which is kept for the next video. */
export class Captions {
  readonly #video: HTMLVideoElement;
  readonly #onChange: (captions: Captions) => void;
  #given: readonly PlayerCaptions[] = [];

  constructor(video: HTMLVideoElement, onChange: (captions: Captions) => void) {
    this.#video = video;
    this.#onChange = onChange;
    for (const name of ['addtrack', 'removetrack', 'change'])
      video.textTracks.addEventListener(name, () => onChange(this));
    this.applyStyle();
  }

  get given(): readonly PlayerCaptions[] {
    return this.#given;
  }

  /** A track is fetched when it is shown for the first time. */
  set given(captions: readonly PlayerCaptions[]) {
    this.#given = captions;
    for (const old of this.#video.querySelectorAll('track')) old.remove();
    for (const { language, label, url } of captions) {
      const element = document.createElement('track');
      Object.assign(element, { kind: 'captions', srclang: language, label: label ?? language, src: url });
      this.#video.append(element);
      // Chromium shows one by itself of those whose mode nobody has set, and only a change counts as setting.
      element.track.mode = 'hidden';
      element.track.mode = 'disabled';
    }
    const { captions: wished } = loadPreferences();
    if (wished !== null) this.#show(this.#nearest(wished));
    this.#onChange(this);
  }

  get tracks(): TextTrack[] {
    return [...this.#video.textTracks].filter(isCaptions);
  }

  get shown(): TextTrack | undefined {
    return this.tracks.find(({ mode }) => mode === 'showing');
  }

  choose(track: TextTrack | undefined): void {
    this.#show(track);
    savePreferences({ captions: track?.language || null });
  }

  toggle(): void {
    if (this.shown !== undefined) return this.choose(undefined);
    const standard = this.#given.find(({ isDefault }) => isDefault)?.language ?? '';
    this.choose(this.#nearest(navigator.language) ?? this.#nearest(standard) ?? this.tracks[0]);
  }

  /** Size and ground, as chosen in this browser. */
  applyStyle(): void {
    const { captionSize, captionBackground } = loadPreferences();
    Object.assign(this.#video.dataset, { captionSize, captionBackground });
  }

  #show(track: TextTrack | undefined): void {
    for (const one of this.tracks) one.mode = one === track ? 'showing' : 'disabled';
  }

  #nearest(tag: string): TextTrack | undefined {
    const language = matchLanguage(
      tag,
      this.tracks.map((track) => track.language),
    );
    return this.tracks.find((track) => track.language === language);
  }
}
