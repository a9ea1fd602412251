import { Conversation, type Say } from '../conversation.ts';
import type { Outcome } from '../outcome.ts';
import type { Sizes } from '../sizes.ts';
import type { Stage } from '../stage.ts';

/** The process of `npm start` is killed outright while people talk; the next start ends what it left behind. */
export async function killHost(stage: Stage, size: Sizes['killedHost'], say: Say): Promise<Outcome> {
  const { talkers, posts, perSecond, kills } = size;
  await stage.halt();
  await stage.startHost();
  const talk = await Conversation.begin(stage, { scenario: 'npm start killed', talkers, say });
  let unwritten = 0;
  for (let n = 0; n < kills; n += 1) {
    const share = Math.floor(posts / kills / 2);
    await talk.talk(share, perSecond);
    const speaking = talk.talk(share, perSecond);
    await stage.killHost();
    unwritten += await talk.countUnwritten();
    await stage.startHost();
    await speaking;
  }
  return talk.end([`${kills} × kill -9, ${unwritten} acknowledged not yet in Postgres`]);
}
