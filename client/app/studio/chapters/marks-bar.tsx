import { useRef } from 'preact/hooks';
import { spokenTime } from '#client/ui/timecode.ts';
import { nudged, within, type DraftChapter } from './chapter.ts';
import type { ChapterDesk } from './chapter-desk.ts';
import { writeMoment } from './moment.ts';

const FAR_SECONDS = 1;
const FARTHER_SECONDS = 10;

/** Where chapters start, as marks one can move: with the arrow keys, or by dragging. */
export function MarksBar({ desk }: { desk: ChapterDesk }) {
  const bar = useRef<HTMLDivElement>(null);
  const { chapters } = desk.edit.draft.value;
  if (chapters.length === 0) return null;
  const secondsAt = (clientX: number): number => {
    const box = bar.current?.getBoundingClientRect();
    return box ? ((clientX - box.left) / box.width) * desk.durationSeconds : 0;
  };
  return (
    <div class="marks">
      <div ref={bar} class="marks-bar" role="group" aria-label="Starts of chapters">
        {chapters.map((chapter) => (
          <Mark key={chapter.id} desk={desk} chapter={chapter} secondsAt={secondsAt} />
        ))}
      </div>
      <p class="small muted">Drag a mark, or move it with ← and → by a frame, with Shift by a second.</p>
    </div>
  );
}

function Mark({
  desk,
  chapter: { id, title, startSeconds },
  secondsAt,
}: {
  desk: ChapterDesk;
  chapter: DraftChapter;
  secondsAt: (clientX: number) => number;
}) {
  const { durationSeconds } = desk;
  const moveTo = (seconds: number) => {
    const chapters = desk.edit.draft.peek().chapters;
    const moment = within(chapters, id, { seconds, durationSeconds });
    desk.change(id, { startSeconds: moment });
    desk.player.peek()?.seekTo(moment);
  };
  const press = (event: KeyboardEvent) => {
    const to = targetOf(event, startSeconds, desk);
    if (to === undefined) return;
    event.preventDefault();
    // The player's keys listen on the document: an arrow here is not a seek.
    event.stopPropagation();
    moveTo(to);
  };
  const isHeld = (event: PointerEvent) =>
    event.currentTarget instanceof HTMLElement && event.currentTarget.hasPointerCapture(event.pointerId);
  return (
    <div
      class="mark"
      role="slider"
      tabIndex={0}
      aria-label={`Start: ${title || 'chapter without a title'}`}
      aria-valuemin={0}
      aria-valuemax={durationSeconds}
      aria-valuenow={startSeconds}
      aria-valuetext={`${writeMoment(startSeconds)}, ${spokenTime(startSeconds)}`}
      title={`${writeMoment(startSeconds)} ${title}`}
      style={{ '--at': String(Math.min(1, startSeconds / durationSeconds)) }}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus();
      }}
      onPointerMove={(event) => isHeld(event) && moveTo(secondsAt(event.clientX))}
    />
  );
}

function targetOf(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  startSeconds: number,
  { rate }: ChapterDesk,
): number | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const frames = (count: number) =>
    shiftKey ? startSeconds + count * FAR_SECONDS : nudged(startSeconds, count, rate);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return frames(-1);
    case 'ArrowRight':
    case 'ArrowUp':
      return frames(1);
    case 'PageDown':
      return startSeconds - FARTHER_SECONDS;
    case 'PageUp':
      return startSeconds + FARTHER_SECONDS;
    default:
      return undefined;
  }
}
