import './controls/media-chrome.ts';
import type { FrameRate } from './frames.ts';
import { showHeat } from './heat.ts';
import { actOnKey } from './key-actions.ts';
import { listenForKeys } from './keys.ts';
import { listenForMediaKeys } from './media-session.ts';
import { toggleCaptions, toggleFullscreen, togglePictureInPicture } from './modes.ts';
import type { PlaybackController, PlayerChapter, PlayerEvents, PlayerMarker } from './player-contract.ts';
import { buildParts } from './player-parts.ts';
import { showNamed } from './named-video.ts';
import { Stage } from './stage.ts';
import { STREAM_ATTRIBUTES, StreamAttributes } from './stream-attributes.ts';

const TIME_EVENT_GAP_MS = 100;
const MEDIA_EVENTS = ['timeupdate', 'seeked', 'play', 'pause', 'loadedmetadata', 'durationchange', 'ended'];

/** `<lockstep-player>`: attributes, properties and events stand in README.md. The work is done by its parts. */
export class LockstepPlayer extends StreamAttributes {
  static readonly observedAttributes = STREAM_ATTRIBUTES;
  readonly #parts = buildParts(
    this,
    () => this.#timeMoved(),
    () => void this.#stage.start(),
  );
  readonly #stage: Stage;
  #chapters: readonly PlayerChapter[] = [];
  #markers: readonly PlayerMarker[] = [];
  #stopKeys: (() => void) | undefined;
  #toldAtMs = 0;

  constructor() {
    super();
    const { media, requests, markers, find } = this.#parts;
    this.#stage = new Stage({
      media,
      overlay: find('overlay'),
      unmute: find('unmute'),
      isInStep: () => this.controller !== null,
      play: () => requests.play(),
      onBlocked: () => this.#tell('playbackblocked', null),
      onFailure: (message) => this.#tell('playbackfailed', { message }),
    });
    markers.onSelect = (cluster) => this.#selectMarkers(cluster.markers);
    for (const name of MEDIA_EVENTS) media.video.addEventListener(name, () => this.#timeMoved(true));
    for (const name of ['pointerenter', 'focusin']) this.addEventListener(name, () => this.load());
  }

  connectedCallback(): void {
    const { media, requests } = this.#parts;
    this.#stage.render();
    listenForMediaKeys(media, requests);
    this.#stopKeys = listenForKeys(this, ({ row, event }) => {
      // Who seeks by key wants to see where that led, as who comes by pointer does.
      this.load();
      actOnKey(row.action, event, {
        media,
        requests,
        chapters: () => this.#chapters,
        markers: () => this.#markers,
        selectMarkers: (chosen) => this.#selectMarkers(chosen),
        toggleFullscreen: () => toggleFullscreen(this),
        togglePictureInPicture: () => togglePictureInPicture(media.video),
        toggleCaptions: () => toggleCaptions(media.video),
        announce: (name) => this.#tell(name, name === 'commentrequest' ? this.#moment() : null),
      });
    });
  }

  disconnectedCallback(): void {
    this.#stopKeys?.();
    this.#stage.close();
  }

  attributeChangedCallback(
    name: (typeof STREAM_ATTRIBUTES)[number],
    _old: string | null,
    value: string | null,
  ): void {
    const { media, find } = this.#parts;
    if (name === 'video') return showNamed(this, value);
    if (name === 'src') this.#stage.src = value;
    if (name === 'poster') media.video.poster = value ?? '';
    media.statedDurationSeconds = this.duration;
    media.frameRate = this.statedFrameRate;
    find('steps').hidden = media.frameRate === null;
    this.#timeMoved(true);
  }

  get video(): HTMLVideoElement {
    return this.#parts.media.video;
  }

  get frameRate(): FrameRate | null {
    return this.#parts.media.frameRate;
  }

  get timelineShiftSeconds(): number {
    return this.#parts.media.timelineShiftSeconds;
  }

  get positionSeconds(): number {
    return this.#parts.media.frameCentreSeconds;
  }

  get frame(): number | null {
    return this.#parts.media.frame;
  }

  get chapters(): readonly PlayerChapter[] {
    return this.#chapters;
  }

  set chapters(chapters: readonly PlayerChapter[]) {
    this.#chapters = chapters;
    this.#parts.chapterTrack.show(chapters);
    this.#timeMoved(true);
  }

  get markers(): readonly PlayerMarker[] {
    return this.#markers;
  }

  set markers(markers: readonly PlayerMarker[]) {
    this.#markers = markers;
    this.#timeMoved(true);
  }

  /** How much was going on along the timeline: shares of the most, in equal parts. */
  set heat(shares: readonly number[]) {
    showHeat(this.#parts.find('heat'), shares);
  }

  get controller(): PlaybackController | null {
    return this.#parts.requests.controller;
  }

  set controller(controller: PlaybackController | null) {
    this.#parts.requests.controller = controller;
    this.#stage.render();
  }

  load = (): void => this.#stage.load();
  seekTo = (positionSeconds: number): void => this.#parts.requests.seek(positionSeconds);
  pauseAt = (positionSeconds: number): void => this.#parts.requests.pauseAt(positionSeconds);
  stepFrames = (count: number): void => this.#parts.requests.stepFrames(count);
  togglePlay = (): void => this.#parts.requests.togglePlay();
  onPlaybackBlocked = (retry: () => void): void => this.#stage.block(retry);
  onPlaybackFailed = (words: string): void => this.#stage.fail(words);

  #moment = () => ({ positionSeconds: this.positionSeconds, frame: this.frame });

  #selectMarkers(markers: readonly PlayerMarker[]): void {
    const [first] = markers;
    if (first === undefined) return;
    this.seekTo(first.positionSeconds);
    this.#tell('markerselect', {
      ids: markers.map((marker) => marker.id),
      positionSeconds: first.positionSeconds,
    });
  }

  /** The readout follows every frame; the page hears a few times a second, and of each change at once. */
  #timeMoved(isChange = false): void {
    const { media, readout, markers } = this.#parts;
    readout.show(this.#chapters);
    const nowMs = performance.now();
    if (!isChange && nowMs - this.#toldAtMs < TIME_EVENT_GAP_MS) return;
    this.#toldAtMs = nowMs;
    markers.show(this.#markers, media.durationSeconds);
    const { durationSeconds, video } = media;
    this.#tell('timeupdate', { ...this.#moment(), durationSeconds, isPlaying: !video.paused });
  }

  #tell<Name extends keyof PlayerEvents>(name: Name, detail: PlayerEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('lockstep-player', LockstepPlayer);
