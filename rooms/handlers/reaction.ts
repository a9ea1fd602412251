import type { ReactionPost } from '#protocol/reaction.ts';
import { Refusal } from '../refusal.ts';
import type { Handler } from '../room.ts';
import { momentWithin } from '../state/moment.ts';
import { momentKey, secondOf } from '../state/reaction.ts';
import { countReactions, writeReactions } from '../storage/reactions.ts';
import { requireCapability, requireNamed } from './rights.ts';

/** Each counts once (R92). Who sent it is kept only as long as the op's answer. */
export const postReaction: Handler<ReactionPost> = (room, { identity }, op) => {
  const { userId } = requireNamed(identity, 'react');
  requireCapability(identity, 'reaction.post', 'You may watch this video, but not react to it.');
  const moment = momentWithin(op, room.facts.durationSeconds);
  if (!moment.ok) throw new Refusal('INVALID', moment.reason);
  const waitMs = room.guard.takeReaction(userId, room.nowMs());
  if (waitMs > 0) throw new Refusal('RATE_LIMITED', 'Too many reactions in a minute.', waitMs);
  const at = { second: secondOf(op.positionSeconds, room.facts.durationSeconds), emoji: op.emoji };
  const reaction = { ...at, count: countReactions(room.sql, at) + 1 };
  writeReactions(room.sql, reaction);
  return { result: { kind: 'reaction', reaction }, kind: 'reaction', entityId: momentKey(at) };
};
