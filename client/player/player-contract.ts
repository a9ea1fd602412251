/** A chapter as the timeline shows it. */
export interface PlayerChapter {
  title: string;
  startSeconds: number;
  endSeconds: number;
}

/** Captions in one language, as a WebVTT file. */
export interface PlayerCaptions {
  /** BCP 47. */
  language: string;
  url: string;
  /** Else the language's own name. */
  label?: string;
  isDefault?: boolean;
}

/** A comment's moment on the timeline. */
export interface PlayerMarker {
  id: string;
  positionSeconds: number;
  /** Where it ends, if it is about more than a moment: the bar shows how far it goes. */
  endSeconds?: number;
  /** Read aloud and shown on hover. */
  label: string;
  /** Drawn so that it does not call for attention. */
  isQuiet?: boolean;
}

/** What a screening does, whatever this viewer's own picture is held back by. */
export interface SteeredPlayback {
  isPlaying: boolean;
  /** Where it stands; null while the shared clock is not known. */
  positionSeconds: number | null;
  /** Whether the viewer has asked for something the room has not answered yet. */
  isPending: boolean;
}

/**
 * Who moves the picture while in step. The player asks; what then happens to the media element comes from the
 * room through the follower. Positions are frame centres.
 */
export interface PlaybackController {
  now(): SteeredPlayback;
  /** Tells when `isPlaying` or `isPending` may have changed; answers how to stop. */
  subscribe(onChange: () => void): () => void;
  play(): void;
  pause(positionSeconds: number): void;
  seek(positionSeconds: number): void;
  setRate(rate: number): void;
}

export interface PlayerTime {
  positionSeconds: number;
  frame: number | null;
  durationSeconds: number;
  isPlaying: boolean;
}

/** Events of `<lockstep-player>`, by name, with their `detail`. */
export interface PlayerEvents {
  timeupdate: PlayerTime;
  commentrequest: { positionSeconds: number; frame: number | null };
  markerselect: { ids: string[]; positionSeconds: number };
  playbackblocked: null;
  /** It does not go on by itself; the words are for the viewer. */
  playbackfailed: { message: string };
  shortcutsrequest: null;
  theatrerequest: null;
  drawrequest: null;
  pointrequest: null;
}
