import { Conversation, type Say } from '../conversation.ts';
import type { Outcome } from '../outcome.ts';
import type { Sizes } from '../sizes.ts';
import type { Stage } from '../stage.ts';

export interface AwayOutcome extends Outcome {
  /** From Postgres's return to the last row. */
  storedAfterSeconds: number;
  /** Acknowledgements while it was away. */
  awayP99Ms: number;
  /** Whether everyone heard of the delay, and of its end. */
  wasTold: boolean;
}

const STORED_WITHIN_MS = 60_000;

/** R40, R43: the server crashes under a talking room and recovers later; nobody in the room is held up. */
export async function takePostgresAway(
  stage: Stage,
  { talkers, perSecond, beforeSeconds, awaySeconds }: Sizes['postgresAway'],
  say: Say,
): Promise<AwayOutcome> {
  const talk = await Conversation.begin(stage, { scenario: 'Postgres away', talkers, say });
  await talk.talk(beforeSeconds * perSecond, perSecond);
  await stage.crashPostgres();
  const awayMs = performance.now();
  await talk.talk(awaySeconds * perSecond, perSecond);
  const awayP99Ms = talk.ackP99Ms(awayMs);
  const acked = talk.ackedCount;
  await stage.bringPostgresBack();
  await talk.untilAcked(10_000);
  const storedAfterSeconds = (await talk.untilStored(STORED_WITHIN_MS)) / 1000;
  const everyone = [...talk.talkers, talk.listener];
  const wasTold = await talk.until('everyone told', 2_000, () =>
    everyone.every(({ diary }) => diary.wasToldOfRecovery),
  );
  const stored = `all stored ${storedAfterSeconds.toFixed(1)} s after its return`;
  const notes = [`away ${awaySeconds} s, ${acked} acknowledged by then, ${stored}`];
  const outcome = await talk.end(notes);
  return { ...outcome, storedAfterSeconds, awayP99Ms, wasTold };
}
