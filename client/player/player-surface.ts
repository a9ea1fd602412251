import { showHeat } from './heat.ts';
import type { FrameRate } from './frames.ts';
import type { ShownKey } from './menus/shortcuts-dialog.ts';
import type { PlaybackController, PlayerCaptions, PlayerChapter, PlayerMarker } from './player-contract.ts';
import type { PlayerParts } from './player-parts.ts';
import { formatMoment, secondsOfLabel } from './timecode.ts';
import { StreamAttributes } from './stream-attributes.ts';

/** What a page sets, reads and calls. README.md lists it; what it does is `lockstep-player.ts` and the parts. */
export abstract class PlayerSurface extends StreamAttributes {
  /** The address to be copied, without a moment; else the page's own. */
  link: string | null = null;
  /** What other sites put in; without it, it is not offered. */
  embedCode: string | null = null;
  /** Keys of the page, shown beside the player's. */
  pageKeys: readonly ShownKey[] = [];
  #chapters: readonly PlayerChapter[] = [];
  #markers: readonly PlayerMarker[] = [];

  protected abstract readonly parts: PlayerParts;
  /** Something to be shown has changed. */
  protected abstract changed(): void;

  get video(): HTMLVideoElement {
    return this.parts.media.video;
  }

  get frameRate(): FrameRate | null {
    return this.parts.media.frameRate;
  }

  get timelineShiftSeconds(): number {
    return this.parts.media.timelineShiftSeconds;
  }

  get positionSeconds(): number {
    return this.parts.media.frameCentreSeconds;
  }

  get frame(): number | null {
    return this.parts.media.frame;
  }

  get chapters(): readonly PlayerChapter[] {
    return this.#chapters;
  }

  set chapters(chapters: readonly PlayerChapter[]) {
    this.#chapters = chapters;
    this.parts.chapterTrack.show(chapters);
    this.changed();
  }

  get markers(): readonly PlayerMarker[] {
    return this.#markers;
  }

  set markers(markers: readonly PlayerMarker[]) {
    this.#markers = markers;
    this.changed();
  }

  get captions(): readonly PlayerCaptions[] {
    return this.parts.captions.given;
  }

  set captions(captions: readonly PlayerCaptions[]) {
    this.parts.captions.given = captions;
  }

  /** How much was going on along the timeline: shares of the most, in equal parts. */
  set heat(shares: readonly number[]) {
    showHeat(this.parts.find('heat'), shares);
  }

  get controller(): PlaybackController | null {
    return this.parts.requests.controller;
  }

  set controller(controller: PlaybackController | null) {
    this.parts.requests.controller = controller;
    this.changed();
  }

  get loop(): boolean {
    return this.video.loop;
  }

  set loop(isLooping: boolean) {
    this.video.loop = isLooping;
  }

  /** What the frame there is called, as in the bar: `00:01:23:11`, without a frame rate `00:01:23`. */
  timecodeOf = (positionSeconds: number): string => formatMoment(positionSeconds, this.frameRate, 'timecode');
  /** Where the frame called so is (`00:01:23:11`); undefined where none is, or the frame rate is unknown. */
  secondsOf = (label: string): number | undefined => secondsOfLabel(label, this.frameRate);
  seekTo = (positionSeconds: number): void => this.parts.requests.seek(positionSeconds);
  pauseAt = (positionSeconds: number): void => this.parts.requests.pauseAt(positionSeconds);
  stepFrames = (count: number): void => this.parts.requests.stepFrames(count);
  togglePlay = (): void => this.parts.requests.togglePlay();
}
