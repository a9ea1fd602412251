import type { FrameRate } from '#protocol/frame-rate.ts';
import { frameAt } from './frame-rate.ts';
import { isResolved, type Thread } from './threads.ts';

/** What stands on an editing program's timeline: all threads that begin on one frame. Frames count from the first. */
export interface Marker {
  frame: number;
  /** How many frames it spans; 1 for a moment. */
  lengthFrames: number;
  /** In short: who, and how it begins. */
  name: string;
  /** Every word, answers too, a line each. */
  note: string;
  isResolved: boolean;
}

const MOST_NAME_CHARACTERS = 80;

/** Where a thread stands in frames. What is about no moment stands at the start. */
export function spanOf({ root }: Thread, rate: FrameRate): { frame: number; lengthFrames: number } {
  const frame = root.frame ?? frameAt(root.positionSeconds ?? 0, rate);
  const last = root.endSeconds === null ? frame : frameAt(root.endSeconds, rate);
  return { frame, lengthFrames: Math.max(1, last - frame + 1) };
}

/** Editing programs take one marker a frame: threads of one frame become one, open as long as one of them is. */
export function toMarkers(threads: readonly Thread[], rate: FrameRate): Marker[] {
  const byFrame = new Map<number, Marker>();
  for (const thread of threads) {
    const { frame, lengthFrames } = spanOf(thread, rate);
    const before = byFrame.get(frame);
    const note = noteOf(thread);
    byFrame.set(frame, {
      frame,
      lengthFrames: Math.max(lengthFrames, before?.lengthFrames ?? 1),
      name: before ? shorten(`${before.name} · ${nameOf(thread)}`) : nameOf(thread),
      note: before ? `${before.note}\n${note}` : note,
      isResolved: isResolved(thread) && (before?.isResolved ?? true),
    });
  }
  return [...byFrame.values()].sort((left, right) => left.frame - right.frame);
}

export const wordsOf = ({ isDeleted, content }: Thread['root']): string =>
  isDeleted ? '(deleted)' : content.replaceAll('\r', '');

export const linesOf = ({ root, replies }: Thread): string[] => [
  `${root.authorName ? `${root.authorName}: ` : ''}${wordsOf(root)}`,
  ...replies.map((reply) => `↳ ${reply.authorName}: ${wordsOf(reply)}`),
];

const noteOf = (thread: Thread): string =>
  [...linesOf(thread), ...(isResolved(thread) ? [`✓ Resolved by ${thread.root.resolvedByName}`] : [])].join(
    '\n',
  );

const nameOf = (thread: Thread): string => shorten(oneLine(linesOf(thread)[0] ?? ''));

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Cut between characters as people see them, not within. */
function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= MOST_NAME_CHARACTERS
    ? text
    : `${characters
        .slice(0, MOST_NAME_CHARACTERS - 1)
        .join('')
        .trimEnd()}…`;
}
