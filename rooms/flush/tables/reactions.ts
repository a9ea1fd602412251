import type { Batch } from '../rows.ts';
import { UNSEEN, writeRows, type Statement } from '../statement.ts';

/** Counts only rise: whatever comes late or twice, the greater stands. */
const REACTIONS = `
  insert into reactions as x (video_id, second, emoji, count)
  select $2, r.second, r.emoji, r.count
  from jsonb_to_recordset($1::jsonb) as r (second int, emoji reaction_emoji, count int)
  where ${UNSEEN}
  on conflict (video_id, second, emoji) do update set count = excluded.count where x.count < excluded.count`;

export const writeReactions = (batch: Batch): Statement[] => writeRows(batch, REACTIONS, batch.reactions);
