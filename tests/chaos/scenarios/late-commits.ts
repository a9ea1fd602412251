import { Conversation, type Say } from '../conversation.ts';
import type { Outcome } from '../outcome.ts';
import type { Sizes } from '../sizes.ts';
import type { Stage } from '../stage.ts';

const AROUND_SECONDS = 2;

/** R42: Postgres stands still for longer than the room waits, then commits what was given up beside what is sent anew. */
export async function commitLate(
  stage: Stage,
  { talkers, perSecond, frozenSeconds }: Sizes['lateCommits'],
  say: Say,
): Promise<Outcome> {
  const talk = await Conversation.begin(stage, { scenario: 'commits long given up', talkers, say });
  await talk.talk(AROUND_SECONDS * perSecond, perSecond);
  const requests = stage.stack.neon.requestCount;
  stage.freezePostgres();
  await talk.talk(frozenSeconds * perSecond, perSecond).finally(() => stage.thawPostgres());
  const waiting = stage.stack.neon.requestCount - requests;
  await talk.talk(AROUND_SECONDS * perSecond, perSecond);
  return talk.end([`frozen for ${frozenSeconds} s with ${waiting} requests under way`]);
}
