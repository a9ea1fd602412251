import type { Batch } from './rows.ts';
import { ACTOR, type Statement } from './statement.ts';
import { writeComments } from './tables/comments.ts';
import { writeLikes } from './tables/likes.ts';
import { writeProgress } from './tables/progress.ts';
import { writeReactions } from './tables/reactions.ts';
import { writeScreenings } from './tables/screenings.ts';
import { WHO_IS_TOLD } from './told.ts';

/** Everything of a batch, one parameter for each table's rows, then the watermark (R41); last, who is told of it. */
export const statementsOf = (batch: Batch): Statement[] => [
  ACTOR,
  ...watermarkLock(batch),
  ...writeComments(batch),
  ...writeLikes(batch),
  ...writeReactions(batch),
  ...writeProgress(batch),
  ...writeScreenings(batch),
  {
    text: 'update room_watermarks set flushed_seq = $3 where video_id = $1 and epoch = $2 and flushed_seq < $3',
    parameters: [batch.videoId, batch.epoch, batch.upToSeq],
  },
  WHO_IS_TOLD,
];

/**
 * A database put back to an earlier day learns the room's epoch again, or it would take no batch. Two instances'
 * batches go one after the other; the answer tells where Postgres stood, and the video's length. */
const watermarkLock = ({ videoId, epoch }: Batch): Statement[] => [
  {
    text: `insert into room_watermarks (video_id, epoch, flushed_seq) select id, $2, 0 from videos where id = $1
      on conflict (video_id) do update set epoch = excluded.epoch, flushed_seq = 0
      where room_watermarks.epoch < excluded.epoch`,
    parameters: [videoId, epoch],
  },
  {
    text: `select jsonb_build_object('epoch', w.epoch, 'flushedSeq', w.flushed_seq,
        'durationSeconds', v.duration_seconds) as watermark
      from room_watermarks w join videos v on v.id = w.video_id where w.video_id = $1 for update of w`,
    parameters: [videoId],
  },
];
/** Of the answers, where `watermarkLock`'s second stands. */
export const WATERMARK_ANSWER = 2;
