import { computed, effect } from '@preact/signals';
import { addressOfEmbed, snippetOf } from '#client/embed/embed-address.ts';
import { followScreening } from '#client/room/follower.ts';
import { steerBy } from '#client/room/steering.ts';
import type { PlayerTime } from '#client/player/player-contract.ts';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { markersOf } from './comments/markers.ts';
import { hindranceOf } from './screening/steering-rules.ts';
import { bringCaptions } from './transcript/transcripts.ts';
import { PAGE_KEYS } from './page-keys.ts';
import type { Watch } from './watch.ts';

/**
 * Joins the player to the page for as long as it stands there: what it shows goes into `watch.time`, comments
 * become markers, and while in step the controls speak to the room and the follower moves the picture.
 */
export function linkPlayer(watch: Watch, player: LockstepPlayer): () => void {
  const { room, boot } = watch;
  player.chapters = boot.chapters;
  player.pageKeys = PAGE_KEYS;
  // In step, too: whoever gets a link to a moment wants to see it, not to join.
  player.link = new URL(`/v/${boot.video.shortId}`, location.href).href;
  const { visibility, embedDomains } = boot.video;
  if ((visibility === 'public' || visibility === 'unlisted') && embedDomains?.length !== 0)
    player.embedCode = snippetOf(
      addressOfEmbed(location.origin, { video: boot.video.shortId }),
      boot.video.title,
    );
  const onTime = (event: Event) => {
    watch.time.value = (event as CustomEvent<PlayerTime>).detail;
  };
  const onTheatre = () => {
    watch.isTheatre.value = !watch.isTheatre.value;
  };
  player.addEventListener('timeupdate', onTime);
  player.addEventListener('theatrerequest', onTheatre);

  const steering = steerBy(room, {
    isBarred: () => hindranceOf(room.getState()) !== null,
    onBarred: () => void (watch.refusals.value += 1),
    onRefusal: (refusal) => void (watch.notice.value = refusal.message),
  });
  const follower = followScreening(room, player);
  watch.follower.value = follower;
  const isInStep = computed(() => watch.state.value.screening !== null);
  const comments = computed(() => watch.state.value.comments);
  const pending = computed(() => watch.state.value.pending);
  const stops = [
    effect(() => bringCaptions(player, boot.video.id, watch.transcripts.value)),
    effect(() => {
      player.controller = isInStep.value ? steering : null;
    }),
    effect(() => {
      player.toggleAttribute('following', hindranceOf(watch.state.value) !== null);
    }),
    effect(() => {
      void [comments.value, pending.value];
      player.markers = markersOf(watch.state.peek());
    }),
  ];
  return () => {
    player.removeEventListener('timeupdate', onTime);
    player.removeEventListener('theatrerequest', onTheatre);
    follower.stop();
    watch.follower.value = null;
    for (const stop of stops) stop();
  };
}
