import { Refusal } from '../refusal.ts';
import type { Handler } from '../room.ts';
import { isHeld, waitedInVain } from '../state/hold.ts';
import { nextPlayback, type PlaybackOp } from '../state/playback.ts';
import { whyNotSteering } from '../state/steering.ts';
import { writeScreening } from '../storage/screenings.ts';
import { claimantOf, getOwn } from './find-screening.ts';
import { markLate, tellPlayback } from './hold.ts';

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
  if (isChanged) writeScreening(room.sql, { ...screening, playback, touchedAtMs: nowMs });
  return {
    result: { kind: 'playback', playback },
    kind: isChanged ? 'playback' : 'none',
    entityId: screening.id,
    afterCommit: () => {
      if (!isChanged) return;
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
