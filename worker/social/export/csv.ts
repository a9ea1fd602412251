import { toCsv } from '#worker/http/csv.ts';
import type { Export } from './cut.ts';
import { linesOf, spanOf, wordsOf } from './markers.ts';
import { formatTimecode } from '#protocol/timecode.ts';
import { isResolved, type Thread } from './threads.ts';

const HEAD = [
  'Number',
  'Timecode',
  'End timecode',
  'Frame',
  'Seconds',
  'End seconds',
  'Status',
  'Resolved by',
  'Author',
  'Comment',
  'Replies',
  'Drawing',
  'Posted at',
  'Id',
];

/** A row for each thread, for spreadsheets; timecodes count from the video's own start, as the player shows them. */
export function commentsCsv({ threads, rate }: Export): string {
  const rows = threads.map((thread, index) => [
    String(index + 1),
    ...placeOf(thread, rate),
    ...saidIn(thread),
  ]);
  // Excel reads a file for UTF-8 only by this mark.
  return `\uFEFF${toCsv([HEAD, ...rows])}`;
}

function placeOf(thread: Thread, rate: Export['rate']): string[] {
  const { positionSeconds, endSeconds } = thread.root;
  if (positionSeconds === null) return ['', '', '', '', ''];
  const span = rate && spanOf(thread, rate);
  return [
    span && rate ? formatTimecode(span.frame, rate) : '',
    span && rate && endSeconds !== null ? formatTimecode(span.frame + span.lengthFrames - 1, rate) : '',
    String(span?.frame ?? ''),
    positionSeconds.toFixed(3),
    endSeconds?.toFixed(3) ?? '',
  ];
}

const saidIn = (thread: Thread): string[] => {
  const { root } = thread;
  return [
    isResolved(thread) ? 'Resolved' : 'Open',
    root.resolvedByName ?? '',
    root.authorName,
    wordsOf(root),
    linesOf(thread).slice(1).join('\n'),
    root.hasDrawing ? 'yes' : '',
    root.createdAt,
    root.id,
  ];
};
