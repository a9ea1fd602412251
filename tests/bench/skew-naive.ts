import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import type { Room } from '#client/room/room.ts';

/** What open watch parties take for near enough. */
const NEAR_ENOUGH_SECONDS = 1;

/**
 * The seek-on-message follower: does what each state message says when it comes, and goes to the position in it if
 * further off than a second. No clock, no start at an instant, nothing between messages.
 */
export function followByMessages(room: Room, player: LockstepPlayer): void {
  const { video } = player;
  video.playbackRate = 1;
  room.subscribe((state, before) => {
    const playback = state.screening?.playback;
    if (playback === undefined || playback === before.screening?.playback) return;
    const distance = playback.positionSeconds - video.currentTime - player.timelineShiftSeconds;
    if (Math.abs(distance) > NEAR_ENOUGH_SECONDS)
      video.currentTime = playback.positionSeconds - player.timelineShiftSeconds;
    if (playback.isPlaying) void video.play();
    else video.pause();
  });
}
