import type { AckResult } from '#protocol/ack.ts';
import type { Control } from '#protocol/control.ts';
import type { Playback } from '#protocol/playback.ts';
import type { ControlMode, ScreeningSummary, StallPolicy } from '#protocol/screening.ts';
import { createLazyClock, createLazyJoin, createLazyLink, createLazyOutboxStore } from './lazy-live.ts';
import { localNowMs } from './local-clock.ts';
import { toMillis } from './media-time.ts';
import type { RoomParts } from './room-parts.ts';
import { SocialRoom } from './social-room.ts';
import { browserSurroundings } from './surroundings.ts';
import { unexpected } from './unexpected.ts';

export interface NewScreening {
  positionSeconds: number;
  isPlaying: boolean;
  controlMode?: ControlMode;
  stallPolicy?: StallPolicy;
}

export interface ScreeningSettings {
  controlMode?: ControlMode;
  stallPolicy?: StallPolicy;
}

/** A room as pages use it: each op by name, answered by what it made or rejected with a `RoomRefusal`. */
export class Room extends SocialRoom {
  startScreening = (screening: NewScreening): Promise<ScreeningSummary> =>
    this.perform({
      t: 'screening.start',
      id: this.newId(),
      controlMode: 'anyone',
      stallPolicy: 'go_on',
      ...screening,
    }).then(screeningOf);

  joinScreening = (screeningId: string): Promise<ScreeningSummary> =>
    this.perform({ t: 'screening.join', id: this.newId(), screeningId }).then(screeningOf);

  leaveScreening = (): Promise<void> =>
    this.perform({ t: 'screening.leave', id: this.newId() }).then(() => undefined);

  endScreening = (screeningId: string): Promise<void> =>
    this.perform({ t: 'screening.end', id: this.newId(), screeningId }).then(() => undefined);

  /** Changes how the screening one is in is steered, or what a stall does; for its host and managers. */
  setScreening = (screeningId: string, settings: ScreeningSettings): Promise<ScreeningSummary> =>
    this.perform({ t: 'screening.set', id: this.newId(), screeningId, ...settings }).then(screeningOf);

  /** Makes that member the host; one's own connection takes over while the host is away. */
  handOver = (screeningId: string, connectionId: string): Promise<ScreeningSummary> =>
    this.perform({ t: 'screening.handover', id: this.newId(), screeningId, connectionId }).then(screeningOf);

  /** Sets whether one asks to steer. */
  requestControl = (isAsking: boolean): Promise<Control> =>
    this.perform({ t: 'control.request', id: this.newId(), isAsking }).then(controlOf);

  /** Lets a member steer, or no longer; false also declines, and gives back one's own. */
  grantControl = (connectionId: string, isGranted: boolean): Promise<Control> =>
    this.perform({ t: 'control.grant', id: this.newId(), connectionId, isGranted }).then(controlOf);

  /** From where the screening stands, unless a position is given. */
  play = (positionSeconds?: number): Promise<Playback> =>
    this.perform({
      t: 'playback.play',
      id: this.newId(),
      ...(positionSeconds === undefined ? {} : { positionSeconds: toMillis(positionSeconds) }),
    }).then(playbackOf);

  pause = (positionSeconds: number): Promise<Playback> =>
    this.perform({ t: 'playback.pause', id: this.newId(), positionSeconds: toMillis(positionSeconds) }).then(
      playbackOf,
    );

  seek = (positionSeconds: number): Promise<Playback> =>
    this.perform({ t: 'playback.seek', id: this.newId(), positionSeconds: toMillis(positionSeconds) }).then(
      playbackOf,
    );

  setRate = (rate: number): Promise<Playback> =>
    this.perform({ t: 'playback.rate', id: this.newId(), rate }).then(playbackOf);

  /** Whether there is nothing to show at this revision of a screening that waits for everyone. */
  tellStall = (stall: { isStalled: boolean; revision: number }): void => this.tell({ t: 'stall', ...stall });

  reportSync = (sync: { offsetMs: number; errorMs: number }): void =>
    this.tell({ t: 'sync.report', ...sync });
}

export function createRoom(
  options: { videoId: string; screeningId?: string | null } & Partial<RoomParts>,
): Room {
  const { videoId, ...parts } = options;
  const fetcher: typeof fetch = (input, init) => fetch(input, init);
  const surroundings = parts.surroundings ?? browserSurroundings();
  return new Room({
    join: createLazyJoin(videoId, fetcher),
    link: createLazyLink,
    clock: createLazyClock({ fetcher, surroundings }),
    outboxStore: createLazyOutboxStore(videoId),
    surroundings,
    nowMs: localNowMs,
    ...parts,
    screeningId: options.screeningId ?? null,
  });
}

const screeningOf = (result: AckResult): ScreeningSummary => {
  if (result.kind !== 'screening') throw unexpected(result);
  return result.screening;
};

const playbackOf = (result: AckResult): Playback => {
  if (result.kind !== 'playback') throw unexpected(result);
  return result.playback;
};

const controlOf = (result: AckResult): Control => {
  if (result.kind !== 'control') throw unexpected(result);
  return result.control;
};
