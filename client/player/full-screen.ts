/** What "full screen" can be here. An iPhone knows only the video's own, which drops all that lies over the picture. */
export type FullScreenKind = 'element' | 'fill' | 'native' | 'none';

interface AppleVideo {
  webkitEnterFullscreen?: () => void;
}

/** Sent to the video when the player fills the screen or ceases to: what full screen's own event is otherwise. */
export const FILL_EVENT = 'lockstepfill';

export interface FullScreenFacts {
  hasFullscreen: boolean;
  isInFrame: boolean;
  hasNative: boolean;
}

/** The player itself where that can be; else by filling the page, which a frame in another page has no use for. */
export function fullScreenKind({ hasFullscreen, isInFrame, hasNative }: FullScreenFacts): FullScreenKind {
  if (hasFullscreen) return 'element';
  if (!isInFrame) return 'fill';
  return hasNative ? 'native' : 'none';
}

export class FullScreen {
  readonly kind: FullScreenKind;
  readonly #player: HTMLElement;
  readonly #video: HTMLVideoElement & AppleVideo;
  readonly #say: (key: 'fill.said' | 'fill.native') => void;

  constructor(player: HTMLElement, video: HTMLVideoElement, say: (key: 'fill.said' | 'fill.native') => void) {
    this.#player = player;
    this.#video = video;
    this.#say = say;
    this.kind = fullScreenKind({
      hasFullscreen: document.fullscreenEnabled,
      isInFrame: window.top !== window,
      hasNative: 'webkitEnterFullscreen' in video,
    });
  }

  get isOn(): boolean {
    return document.fullscreenElement === this.#player || this.#player.hasAttribute('filled');
  }

  toggle = (): void => this.set(!this.isOn);

  set(isOn: boolean): void {
    if (isOn === this.isOn) return;
    switch (this.kind) {
      case 'element':
        return void (isOn ? this.#player.requestFullscreen() : document.exitFullscreen()).catch(
          () => undefined,
        );
      case 'fill':
        return this.#fill(isOn);
      case 'native':
        this.#say('fill.native');
        return this.#video.webkitEnterFullscreen?.();
      case 'none':
        return undefined;
    }
  }

  /** In the top layer, so that nothing of the page lies over it or cuts it off, wherever the player stands. */
  #fill(isOn: boolean): void {
    this.#player.toggleAttribute('filled', isOn);
    document.documentElement.style.overflow = isOn ? 'hidden' : '';
    if (isOn) {
      this.#player.popover = 'manual';
      this.#player.showPopover();
      this.#say('fill.said');
      addEventListener('keydown', this.#onKey);
    } else {
      this.#player.hidePopover();
      this.#player.popover = null;
      removeEventListener('keydown', this.#onKey);
    }
    this.#video.dispatchEvent(new Event(FILL_EVENT));
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) this.set(false);
  };
}
