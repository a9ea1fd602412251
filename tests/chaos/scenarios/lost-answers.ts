import { Conversation, type Say } from '../conversation.ts';
import type { Outcome } from '../outcome.ts';
import type { Sizes } from '../sizes.ts';
import type { Stage } from '../stage.ts';

/** R42: Postgres commits, but the room never hears of it, and writes the same again. */
export async function loseAnswers(stage: Stage, size: Sizes['lostAnswers'], say: Say): Promise<Outcome> {
  const { talkers, posts, perSecond, losses } = size;
  const { neon } = stage.stack;
  const talk = await Conversation.begin(stage, { scenario: 'commits without an answer', talkers, say });
  const requests = neon.requestCount;
  const every = Math.floor(posts / losses);
  await talk.talk(posts, perSecond, () => {
    if (talk.posted % every === 1) neon.faults.commitThenTimeOut();
  });
  const outcome = await talk.end();
  const made = neon.requestCount - requests;
  let unused = 0;
  while (neon.faults.takeLostCommit()) unused += 1; // the next scenario begins without
  return { ...outcome, notes: [`${losses - unused} of ${made} requests committed without an answer`] };
}
