import './controls/media-chrome.ts';
import { fetchLibrary } from './hls-stream.ts';
import { actOnKey } from './key-actions.ts';
import { listenForKeys, type PressedKey } from './keys.ts';
import { listenForMediaKeys, tellMediaSession, tellPosition } from './media-session.ts';
import { MenuOpeners } from './menu-openers.ts';
import { togglePictureInPicture } from './modes.ts';
import { showNamed } from './named-video.ts';
import type { Failure } from './overlay.ts';
import type { PlayerEvents, PlayerMarker } from './player-contract.ts';
import { buildParts, speak, wordsFor } from './player-parts.ts';
import { PlayerSurface } from './player-surface.ts';
import { Stage } from './stage.ts';
import { STREAM_ATTRIBUTES, type StreamAttribute } from './stream-attributes.ts';
import { whenSeen } from './when-seen.ts';

const TIME_EVENT_GAP_MS = 100;
const MEDIA_EVENTS = ['timeupdate', 'seeked', 'play', 'pause', 'loadedmetadata', 'durationchange', 'ended'];

/** `<lockstep-player>`: attributes, properties and events stand in README.md. The work is done by its parts. */
export class LockstepPlayer extends PlayerSurface {
  static readonly observedAttributes = STREAM_ATTRIBUTES;
  protected readonly parts = buildParts(this, {
    onFrame: () => this.#timeMoved(),
    stage: () => this.#stage,
    chapters: () => this.chapters,
  });
  readonly #stage: Stage;
  readonly #menus: MenuOpeners;
  #stops: (() => void)[] = [];
  #toldAtMs = 0;

  constructor() {
    super();
    const { media, requests, markers, find } = this.parts;
    this.#stage = new Stage({
      media,
      overlay: find('overlay'),
      unmute: find('unmute'),
      isInStep: () => this.controller !== null,
      play: () => requests.play(),
      onBlocked: () => void this.#tell('playbackblocked', null),
      onFailure: (failure) => this.#tellFailure(failure),
      words: () => this.parts.words,
    });
    this.#menus = new MenuOpeners(this, this.parts, () => ({
      ...this.parts,
      chapters: this.chapters,
      hasChapterButton: find('chapters').checkVisibility(),
      stream: this.#stage.stream,
      isInStep: this.controller !== null,
      link: this.link ?? location.href,
      embedCode: this.embedCode,
      showShortcuts: () => this.showShortcuts(),
      say: (words) => this.parts.notice.say(words),
    }));
    markers.onSelect = (cluster) => this.#selectMarkers(cluster.markers);
    for (const name of MEDIA_EVENTS) media.video.addEventListener(name, () => this.#timeMoved(true));
    media.video.addEventListener('play', () => this.#tellSession());
    for (const name of ['pointerenter', 'focusin']) this.addEventListener(name, () => this.load());
    speak(this.parts, this.parts.words);
    this.#nameVideo();
  }

  connectedCallback(): void {
    this.#stage.render();
    void this.#speak();
    this.#stops = [
      listenForMediaKeys(this.parts, () => this.chapters),
      listenForKeys(this, (pressed) => this.#onKey(pressed)),
    ];
    if (this.getAttribute('preload') === 'view') {
      // The library comes beside what is still to be decided; whether it is needed is not in doubt.
      fetchLibrary().catch(() => undefined);
      this.#stops.push(whenSeen(this, () => this.load()));
    }
  }

  disconnectedCallback(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.parts.fullScreen.set(false);
    this.#stage.close();
  }

  attributeChangedCallback(name: StreamAttribute, _old: string | null, value: string | null): void {
    const { media, find, preview } = this.parts;
    if (name === 'video') return showNamed(this, value);
    if (name === 'src') this.#stage.src = value;
    if (name === 'poster') media.video.poster = value ?? '';
    if (name === 'storyboard') preview.storyboardUrl = value;
    if (name === 'video-title') this.#nameVideo();
    if (name === 'lang' && this.isConnected) void this.#speak();
    media.statedDurationSeconds = this.duration;
    media.frameRate = this.statedFrameRate;
    find('steps').hidden = media.frameRate === null;
    this.changed();
  }

  load = (): void => this.#stage.load();
  onPlaybackBlocked = (retry: () => void): void => this.#stage.block(retry);
  onPlaybackFailed = (failure: Failure): void => this.#stage.fail(failure);

  /** The `?` dialog, unless the page says (by `preventDefault`) that it shows its own. */
  showShortcuts(): void {
    if (this.#tell('shortcutsrequest', null)) this.#menus.openShortcuts(this.pageKeys);
  }

  protected changed(): void {
    this.#stage.render();
    this.#timeMoved(true);
    if (this.#stage.stream !== null) this.#tellSession();
  }

  async #speak(): Promise<void> {
    const words = await wordsFor(this);
    if (words.language === this.parts.words.language) return;
    speak(this.parts, words);
    this.#nameVideo();
    this.changed();
  }

  #onKey({ row, event }: PressedKey): void {
    const { media, fullScreen, captions } = this.parts;
    // Who seeks by key wants to see where that led, as who comes by pointer does.
    this.load();
    actOnKey(row.action, event, {
      ...this.parts,
      chapters: () => this.chapters,
      markers: () => this.markers,
      selectMarkers: (chosen) => this.#selectMarkers(chosen),
      toggleFullscreen: fullScreen.toggle,
      togglePictureInPicture: () => togglePictureInPicture(media.video),
      toggleCaptions: () => captions.toggle(),
      showShortcuts: () => this.showShortcuts(),
      announce: (name) => void this.#tell(name, name === 'commentrequest' ? this.#moment() : null),
    });
  }

  #nameVideo(): void {
    this.video.setAttribute('aria-label', this.videoTitle ?? this.parts.words.say('video'));
  }

  #moment = () => ({ positionSeconds: this.positionSeconds, frame: this.frame });

  #selectMarkers(markers: readonly PlayerMarker[]): void {
    const [first] = markers;
    if (first === undefined) return;
    this.seekTo(first.positionSeconds);
    const ids = markers.map(({ id }) => id);
    this.#tell('markerselect', { ids, positionSeconds: first.positionSeconds });
  }

  #tellFailure(failure: Failure): void {
    this.#tell('playbackfailed', { message: this.parts.words.say(`failure.${failure}`) });
  }

  #tellSession(): void {
    tellMediaSession({ title: this.videoTitle, artworkUrl: this.poster, chapters: this.chapters });
  }

  /** The readout follows every frame; the page hears a few times a second, and of each change at once. */
  #timeMoved(isChange = false): void {
    const { media, readout, markers } = this.parts;
    readout.show(this.chapters);
    const nowMs = performance.now();
    if (!isChange && nowMs - this.#toldAtMs < TIME_EVENT_GAP_MS) return;
    this.#toldAtMs = nowMs;
    markers.show(this.markers, media.durationSeconds);
    const { durationSeconds, video } = media;
    if (isChange && !video.paused) tellPosition(media);
    this.#tell('timeupdate', { ...this.#moment(), durationSeconds, isPlaying: !video.paused });
  }

  /** False where somebody has taken it on. */
  #tell<Name extends keyof PlayerEvents>(name: Name, detail: PlayerEvents[Name]): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
  }
}

customElements.define('lockstep-player', LockstepPlayer);
