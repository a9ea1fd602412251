import type { PlayerChapter } from './player-contract.ts';

/** Keeps a chapters track of the element equal to a list: the bar redraws from it, as often as the list changes. */
export class ChapterTrack {
  readonly #video: HTMLVideoElement;
  #track: TextTrack | undefined;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
  }

  show(chapters: readonly PlayerChapter[]): void {
    if (this.#track === undefined && chapters.length === 0) return;
    this.#track ??= this.#video.addTextTrack('chapters', 'Chapters');
    this.#track.mode = 'hidden';
    // The list of cues is live: the first goes until none is left.
    for (let cue = this.#track.cues?.[0]; cue; cue = this.#track.cues?.[0]) this.#track.removeCue(cue);
    for (const { startSeconds, endSeconds, title } of chapters)
      if (endSeconds > startSeconds) this.#track.addCue(new VTTCue(startSeconds, endSeconds, title));
  }
}
