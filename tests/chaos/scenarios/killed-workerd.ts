import { Conversation, type Say } from '../conversation.ts';
import type { Outcome } from '../outcome.ts';
import type { Sizes } from '../sizes.ts';
import type { Stage } from '../stage.ts';

/** R10, R44: workerd is killed outright while people talk, and started again on the same data. */
export async function killWorkerd(stage: Stage, size: Sizes['killedWorkerd'], say: Say): Promise<Outcome> {
  const { talkers, posts, perSecond, kills } = size;
  const talk = await Conversation.begin(stage, { scenario: 'workerd killed', talkers, say });
  let unwritten = 0;
  for (let n = 0; n < kills; n += 1) {
    const share = Math.floor(posts / kills / 2);
    await talk.talk(share, perSecond);
    stage.killWorkerd();
    unwritten += await talk.countUnwritten();
    const speaking = talk.talk(share, perSecond); // people do not stop because the server has
    await stage.halt();
    await stage.start();
    await speaking;
  }
  return talk.end([`${kills} × kill -9, ${unwritten} acknowledged not yet in Postgres`]);
}
