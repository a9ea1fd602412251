import { damaged, MediaError } from '../mp4/media-error.ts';
import { SampleCursor } from '../mp4/sample-cursor.ts';
import { readSampleTable, type SampleTable } from '../mp4/sample-table.ts';
import type { Track } from '../mp4/track.ts';
import { type FrameRate, frameRateOf } from './frame-rate.ts';
import { presentationSeconds } from './presentation-time.ts';
import { type Cut, SegmentCuts } from './segment-cuts.ts';

/** What one walk over a track's samples finds out; plan and index are made from it. */
export type Survey = {
  track: Track;
  table: SampleTable;
  firstSeconds: number;
  endSeconds: number;
  /** Sum of all durations: what an edit list that shows less would hide at the end. */
  mediaSeconds: number;
  isFirstSync: boolean;
  longestGapSeconds: number;
  cuts: Cut[];
  frameRate: FrameRate | undefined;
};

export const TARGET_SECONDS = 6;
const MAX_DURATION_SECONDS = 48 * 3600;

/** Walks every sample once: proves that each lies inside the file, and cuts at sync samples. */
export function surveyTrack(moov: Uint8Array, track: Track, fileBytes: number): Survey {
  const table = readSampleTable(moov, track.sampleTableBox);
  const cursor = new SampleCursor(table);
  const cuts = new SegmentCuts(TARGET_SECONDS);
  let firstSeconds = Number.POSITIVE_INFINITY;
  let endSeconds = Number.NEGATIVE_INFINITY;
  let lastSync: number | undefined;
  let longestGapSeconds = 0;
  let isFirstSync = false;
  while (cursor.advance()) {
    if (cursor.position + cursor.sizeBytes > fileBytes) throw pointsOutside(cursor, fileBytes);
    const seconds = presentationSeconds(track, cursor);
    firstSeconds = Math.min(firstSeconds, seconds);
    endSeconds = Math.max(endSeconds, seconds + cursor.durationTicks / track.timescale);
    if (!cursor.isSync) continue;
    if (lastSync !== undefined && seconds < lastSync) throw damaged('its keyframes run backwards in time');
    longestGapSeconds = Math.max(longestGapSeconds, seconds - (lastSync ?? seconds));
    lastSync = seconds;
    isFirstSync ||= cursor.index === 0;
    const decodeSeconds = seconds - cursor.compositionTicks / track.timescale;
    cuts.addSync({ sample: cursor.index, seconds, decodeSeconds });
    if (endSeconds > MAX_DURATION_SECONDS) break;
  }
  if (endSeconds > MAX_DURATION_SECONDS) throw new MediaError('The file claims to last more than 48 hours.');
  cuts.finish(endSeconds);
  return {
    track,
    table,
    firstSeconds,
    endSeconds,
    mediaSeconds: (cursor.decodeTicks + cursor.durationTicks) / track.timescale,
    isFirstSync,
    longestGapSeconds: Math.max(longestGapSeconds, endSeconds - (lastSync ?? endSeconds)),
    cuts: cuts.cuts,
    frameRate: track.kind === 'video' ? frameRateOf(table, track.timescale) : undefined,
  };
}

const pointsOutside = (cursor: SampleCursor, fileBytes: number): MediaError =>
  new MediaError(
    `The file is cut short: its index points to byte ${cursor.position + cursor.sizeBytes}, the file has ${fileBytes}. Upload the whole file.`,
  );
