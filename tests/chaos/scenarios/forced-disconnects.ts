import { Conversation, type Say } from '../conversation.ts';
import type { Outcome } from '../outcome.ts';
import type { Sizes } from '../sizes.ts';
import type { Stage } from '../stage.ts';
import type { Talker } from '../talker.ts';

/** Long enough for some frames to arrive and some to be answered, too short for all. */
const CUT_WITHIN_MS = 8;

/** R11, R21: connections are cut under people who have just spoken; they come back and send again. */
export async function forceDisconnects(
  stage: Stage,
  { talkers, posts, perSecond, disconnects }: Sizes['forcedDisconnects'],
  say: Say,
): Promise<Outcome> {
  const talk = await Conversation.begin(stage, { scenario: 'forced disconnects', talkers, say });
  let cut = 0;
  await talk.talk(posts, perSecond, (talker) => {
    const due = Math.ceil((talk.posted * disconnects) / posts);
    if (cut >= due || !talker.isConnected) return;
    cut += 1;
    setTimeout(() => talker.cut(), Math.random() * CUT_WITHIN_MS);
  });
  const outcome = await talk.end([], 60_000);
  const sumOf = (count: (talker: Talker) => number): number =>
    talk.talkers.reduce((sum, talker) => sum + count(talker), 0);
  const connects = sumOf((talker) => talker.diary.connects);
  const resends = sumOf((talker) => talker.diary.resends);
  const notes = [
    `${cut} connections cut under their speaker, ${connects} made, ${resends} comments sent again`,
  ];
  return { ...outcome, notes };
}
