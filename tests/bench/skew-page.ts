/** One viewer, as little page as can be: the player, the room, the follower, and a record of presented frames. */
import { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { followScreening, type SyncFacts } from '#client/room/follower.ts';
import { createRoom, type Room } from '#client/room/room.ts';
import { steerBy } from '#client/room/steering.ts';
import type { ShownFrame } from './skew-samples.ts';

export interface SkewPage {
  room: Room;
  player: LockstepPlayer;
  frames: ShownFrame[];
  seeks: number[];
  rates: { atMs: number; rate: number }[];
  getSync: () => SyncFacts;
}

declare global {
  interface Window {
    skew?: SkewPage;
  }
}

const parameters = new URLSearchParams(location.search);
const videoId = parameters.get('video') ?? '';
const screeningId = parameters.get('screening');
const video = (await (await fetch(`/api/videos/${videoId}`)).json()) as {
  hlsUrl: string;
  durationSeconds: number;
  frameRate: { num: number; den: number };
};

const player = new LockstepPlayer();
player.src = video.hlsUrl;
player.duration = video.durationSeconds;
player.fpsNum = video.frameRate.num;
player.fpsDen = video.frameRate.den;
document.body.append(player);

const room = createRoom({ videoId, screeningId });
room.connect();
const follower = followScreening(room, player);
player.controller = steerBy(room);

const wallMs = (pageMs: number): number => performance.timeOrigin + pageMs;
const page: SkewPage = { room, player, frames: [], seeks: [], rates: [], getSync: follower.getSync };
player.video.addEventListener('seeking', () => page.seeks.push(wallMs(performance.now())));
player.video.addEventListener('ratechange', () =>
  page.rates.push({ atMs: wallMs(performance.now()), rate: player.video.playbackRate }),
);
const record = (): void => {
  player.video.requestVideoFrameCallback((_now, { expectedDisplayTime, mediaTime }) => {
    const mediaSeconds = mediaTime + player.timelineShiftSeconds;
    page.frames.push({ atMs: wallMs(expectedDisplayTime), mediaSeconds });
    record();
  });
};
record();
window.skew = page;
