/** One query of a non-interactive transaction. */
export interface Statement {
  text: string;
  parameters: (string | number | null)[];
}

export const ACTOR: Statement = {
  text: "select set_config('app.role', 'service:room', true), set_config('app.user_id', '', true)",
  parameters: [],
};

/** The batch applies only while Postgres has not seen its end: repeats and an evicted instance's late writes are no-ops. */
export const UNSEEN = `exists (
  select from room_watermarks w where w.video_id = $2 and w.epoch = $3 and w.flushed_seq < $4)`;

/** What `UNSEEN` asks about. */
interface Place {
  videoId: string;
  epoch: number;
  upToSeq: number;
}

/**
 * One table's rows of a batch as one parameter: `$1` the records, `$2` the video, `$3` the epoch, `$4` the batch's end.
 * `app_ms(…)` stands for a moment given in milliseconds. No records, no statement.
 */
export const writeRows = (place: Place, text: string, records: readonly object[]): Statement[] =>
  records.length === 0
    ? []
    : [
        {
          text: withMoments(text),
          parameters: [JSON.stringify(records), place.videoId, place.epoch, place.upToSeq],
        },
      ];

/** Milliseconds as the rooms count them, to the database's moments. */
const withMoments = (text: string): string =>
  text.replace(/app_ms\(([\w.]+)\)/g, 'to_timestamp($1 / 1000)').replaceAll('\n', ' ');
