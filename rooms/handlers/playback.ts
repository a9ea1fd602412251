import { Refusal } from '../refusal.ts';
import type { Handler } from '../room.ts';
import { isHeld, waitedInVain } from '../state/hold.ts';
import { nextPlayback, type PlaybackOp } from '../state/playback.ts';
import { withPlaybackOf } from '../state/screening.ts';
import { whyNotSteering } from '../state/steering.ts';
import { writeScreening } from '../storage/screenings.ts';
import { claimantOf, getOwn } from './find-screening.ts';
import { chargeAwaited, markLate, tellPlayback } from './hold.ts';

/** Play, pause, seek and rate of the screening the sender is in. */
export const controlPlayback: Handler<PlaybackOp> = (room, sender, op) => {
  const { screening, member } = getOwn(room, sender, 'steer it');
  const hindrance = whyNotSteering(screening, claimantOf(sender));
  if (hindrance !== undefined) throw new Refusal('FORBIDDEN', hindrance);
  const nowMs = room.nowMs();
  const by = { connectionId: member.id, name: sender.identity.name };
  const { durationSeconds } = room.facts;
  const playback = nextPlayback(screening.playback, op, { nowMs, durationSeconds, by });
  const isChanged = playback !== screening.playback;
  const next = { ...withPlaybackOf(screening, playback, nowMs), touchedAtMs: nowMs };
  if (isChanged) writeScreening(room.sql, next);
  return {
    result: { kind: 'playback', playback },
    kind: isChanged ? 'playback' : 'none',
    entityId: screening.id,
    afterCommit: () => {
      if (!isChanged) return;
      chargeAwaited(room, screening.playback, playback);
      const isStartedAnyway = op.t === 'playback.play' && isHeld(screening.playback, nowMs);
      markLate(
        room,
        screening.id,
        isStartedAnyway ? screening.playback.awaited : waitedInVain(screening.playback, nowMs),
      );
      tellPlayback(room, screening.id, playback);
    },
  };
};
