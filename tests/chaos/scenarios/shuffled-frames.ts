import { Conversation, type Say } from '../conversation.ts';
import type { Outcome } from '../outcome.ts';
import type { Sizes } from '../sizes.ts';
import type { Stage } from '../stage.ts';

const HOLD_MS = 400;
const MOST_COPIES = 3;

/** R11: every frame arrives one to three times, each copy at a time of its own, so that none keeps its place. */
export async function shuffleFrames(
  stage: Stage,
  { talkers, posts, perSecond }: Sizes['shuffledFrames'],
  say: Say,
): Promise<Outcome> {
  let sent = 0;
  const deliver = (frame: string, send: (frame: string) => void): void => {
    const copies = 1 + Math.floor(Math.random() * MOST_COPIES);
    sent += copies;
    for (let n = 0; n < copies; n += 1) setTimeout(() => send(frame), Math.random() * HOLD_MS);
  };
  const cast = { scenario: 'frames doubled and shuffled', talkers, say, options: { deliver } };
  const talk = await Conversation.begin(stage, cast);
  await talk.talk(posts, perSecond);
  await talk.untilAcked(10_000);
  const countRepeats = (): number => talk.talkers.reduce((sum, talker) => sum + talker.diary.repeats, 0);
  await talk.until('every copy answered', 5_000, () => countRepeats() === sent - posts);
  return talk.end([
    `${sent} frames for ${posts} posts, ${countRepeats()} repeats given the first answer again`,
  ]);
}
