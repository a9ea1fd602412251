import { hindranceOf, ownScreening, wordsFor } from '#client/app/watch/screening/steering-rules.ts';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { followScreening } from '#client/room/follower.ts';
import { createJoin } from '#client/room/join.ts';
import { createMemoryOutboxStore } from '#client/room/outbox-store.ts';
import { createRoom, type Room } from '#client/room/room.ts';
import type { RoomState } from '#client/room/room-state.ts';
import { steerBy } from '#client/room/steering.ts';
import type { EmbedBoot } from './boot.ts';
import type { Tell } from './embed-events.ts';
import { showLive } from './live-chip.ts';
import { liveOf } from './live-words.ts';

interface Embedding {
  boot: EmbedBoot;
  screeningId: string;
  root: HTMLElement;
  tell: Tell;
  /** Shown and read aloud; an empty text takes it away. */
  say: (words: string) => void;
}

/**
 * In step with a screening, as whoever this browser lets us be: where other sites' frames get no cookies, as a guest
 * without a name. The ticket is asked for by the page itself and stands in memory only, so nothing has to be stored.
 */
export function joinScreening(player: LockstepPlayer, embedding: Embedding): Room {
  const { boot, screeningId, root, tell, say } = embedding;
  const fetcher: typeof fetch = (input, init) => fetch(input, init);
  const room = createRoom({
    videoId: boot.video.id,
    screeningId,
    join: createJoin(boot.video.id, fetcher, boot.options.linkToken),
    outboxStore: createMemoryOutboxStore(),
  });
  const steering = steerBy(room, {
    isBarred: () => hindranceOf(room.getState()) !== null,
    onBarred: () => {
      const state = room.getState();
      const [why, screening] = [hindranceOf(state), ownScreening(state)];
      if (why && screening) say(wordsFor(why, screening.hostName));
    },
    onRefusal: (refusal) => say(refusal.message),
  });
  followScreening(room, player);
  const chip = showLive(root);
  let told = '';
  const show = (state: RoomState) => {
    player.controller = state.screening ? steering : null;
    player.toggleAttribute('following', hindranceOf(state) !== null);
    const live = liveOf(state, screeningId);
    chip.show(live);
    const { presence, ...screening } = live;
    if (JSON.stringify(live) === told) return;
    told = JSON.stringify(live);
    tell('screeningstate', screening);
    tell('presence', presence);
    if (live.status === 'ended') say('This screening has ended. You are watching alone.');
    if (live.status === 'lost') say(live.message ?? 'The screening cannot be reached.');
  };
  room.subscribe(show);
  show(room.getState());
  room.connect();
  return room;
}
