/** One viewer, as little page as can be: the player, the room, the follower, and a record of presented frames. */
import Stream, { Events } from 'hls.js/light';
import { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { followScreening, type SyncFacts } from '#client/room/follower.ts';
import { createRoom, type Room } from '#client/room/room.ts';
import { steerBy } from '#client/room/steering.ts';
import { followByMessages } from './skew-naive.ts';
import type { ShownFrame } from './skew-samples.ts';
import { truthOf, watchStarvation, type Starvation } from './skew-truth.ts';

export interface SkewPage {
  room: Room;
  player: LockstepPlayer;
  /** On this machine's wall clock, which all pages of a bench share. */
  frames: ShownFrame[];
  seeks: number[];
  rates: { atMs: number; rate: number }[];
  joins: number[];
  mediaPath: string;
  getSync: () => SyncFacts;
  /** By how much the page takes the room's clock to be ahead of what it is. */
  getClockErrorMs: () => number;
  getStarvation: () => Starvation;
  /** Throws away the segments ahead of the picture's own, as hls.js itself does when it changes quality. */
  emptyBuffer: () => void;
  /** From now on as a plain watch party does it. */
  followNaively: () => void;
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

let stream: Stream | undefined;
const { loadSource } = Stream.prototype;
const noteStream = (hls: Stream): void => void (stream = hls);
Stream.prototype.loadSource = function (this: Stream, url: string): void {
  noteStream(this);
  loadSource.call(this, url);
};

const truth = truthOf();
const wallMs = (pageMs: number): number => truth.wallMs(performance.timeOrigin + pageMs);
const player = new LockstepPlayer();
const page: SkewPage = {
  room: createRoom({ videoId, screeningId }),
  player,
  frames: [],
  seeks: [],
  rates: [],
  joins: [],
  mediaPath: new URL(video.hlsUrl, location.href).pathname.split('/').slice(0, -1).join('/'),
  getSync: () => follower.getSync(),
  getClockErrorMs: () => (page.room.clock.serverNowMs() ?? Number.NaN) - wallMs(performance.now()),
  getStarvation: watchStarvation(player.video),
  emptyBuffer() {
    const fragments = stream?.latestLevelDetails?.fragments ?? [];
    const next = fragments.find(({ start }) => start > player.video.currentTime + 0.2);
    const range = { startOffset: next?.start ?? Infinity, endOffset: Infinity, type: null };
    stream?.trigger(Events.BUFFER_FLUSHING, range);
  },
  followNaively() {
    follower.stop();
    followByMessages(page.room, player);
  },
};
const { room } = page;
room.subscribe((state, before) => {
  if (state.screening !== null && before.screening === null) page.joins.push(wallMs(performance.now()));
});

player.src = video.hlsUrl;
player.duration = video.durationSeconds;
player.fpsNum = video.frameRate.num;
player.fpsDen = video.frameRate.den;
document.body.append(player);
room.connect();
const follower = followScreening(room, player);
player.controller = steerBy(room);

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
