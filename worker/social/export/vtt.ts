import type { Export } from './cut.ts';
import { linesOf } from './markers.ts';
import { isResolved } from './threads.ts';

/** How long a comment on one moment is shown. */
const SHOWN_SECONDS = 4;

/** WebVTT: comments as a track that any player shows at their moments. */
export function toVtt({ threads, title }: Export): string {
  const cues = threads.map((thread) => {
    const { id, positionSeconds, endSeconds } = thread.root;
    const start = positionSeconds ?? 0;
    const end = Math.max(endSeconds ?? start + SHOWN_SECONDS, start + 0.001);
    const lines = linesOf(thread).map(escape);
    if (isResolved(thread)) lines.push('✓ Resolved');
    return `${id}\n${timestamp(start)} --> ${timestamp(end)}\n${lines.join('\n')}`;
  });
  return ['WEBVTT', `NOTE Comments on ${escape(title)}`, ...cues].join('\n\n') + '\n';
}

/** A line within is kept, an empty one would end the cue. */
const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\s*\n\s*/g, '\n');

function timestamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const parts = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return `${parts.join(':')}.${String(ms % 1000).padStart(3, '0')}`;
}
